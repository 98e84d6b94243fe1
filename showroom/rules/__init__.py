"""How each requirement is measured: one small module and one page a rule, and the engine that weighs what they yield."""

from showroom.rules.engine import bind_permit, check, check_case
from showroom.rules.registry import RULES, Rule, bind

__all__ = ["RULES", "Rule", "bind", "bind_permit", "check", "check_case"]
