"""How does a plan become premises ready to be drawn? Built, lit softly and merged; some seconds, and nothing is kept on a disk."""

from showroom.domain.plan import Plan
from showroom.domain.vocabulary import Vocabulary
from showroom.modelling import own_light, premises
from showroom.modelling.model import Model
from showroom.view.draft import lightened
from showroom.view.loading import Prepared, prepare


def ready_plan(plan: Plan, vocabulary: Vocabulary) -> tuple[Model, Prepared]:
    """Return the model a plan makes, and that model made ready to be drawn in software."""
    model = own_light.lit(premises.build(plan, vocabulary))
    return model, lightened(prepare(model))
