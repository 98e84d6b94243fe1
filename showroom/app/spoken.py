"""Which languages do the windows speak? A line each; what the windows say in it lies in `translations/showroom_<language>.ts`.

Nothing here knows Qt, so that a hall's choice can be checked without it. Content in a language it lacks is said in Chinese.
"""

NAMES = {"zh_CN": "中文", "en": "English"}
"""Every language by its own name, in the order of the switch."""


def known(language: str) -> str:
    """Return the language where the windows speak it, else raise ValueError with those they do."""
    if language not in NAMES:
        raise ValueError(f'the windows do not speak "{language}"; they speak {", ".join(NAMES)}')
    return language
