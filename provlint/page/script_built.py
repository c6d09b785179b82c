"""A page whose content is made by a script: what the server gave is a shell.

The names are those of the elements into which the usual frameworks build (React, Vue, Angular, Svelte, Next, Nuxt,
Gatsby, Ember), and the plea is what their templates put into `noscript`.
"""

from provlint.page.scan import Scan
from provlint.page.wording import Wording, folded

_ROOTS = frozenset((
    "root", "app", "__next", "__nuxt", "___gatsby", "svelte", "react-root", "app-root", "main-app", "application",
    "mount", "reactroot", "react-app", "q-app", "ember-app", "content-root", "gatsby-focus-wrapper",
    "single-spa-application",
))  # fmt: skip
_PLEA = Wording(
    "javascript|java script",
    r"(?:enable|activate|turn on|requires?|needs?|without|have|use|activez|activer|aktivieren|habilit\w+"
    r"|active) (?:\w+ ){0,3}java ?script"
    r"|java ?script (?:is |must be |to be |has to be )?(?:\w+ )?(?:required|disabled|enabled|not enabled|off"
    r"|deaktiviert|désactivé)",
)
_SHELL = 250  # characters beside the shell: a loading sign, a name, a notice
_LITTLE = 600
_SIGN = 12  # characters of a page without words: "Loading …"


def script_built(page: Scan) -> bool:
    """Whether what the server gave is not what a reader sees."""
    length = len(page.text)
    if length > _LITTLE:
        return False
    plea = _PLEA.search(folded(f"{page.aside} {page.text}")) is not None
    root = not _ROOTS.isdisjoint(name.lower() for name in page.ids) or page.custom
    if length <= _SHELL:
        return plea or (root and (page.scripts > 0 or length < _SHELL // 5)) or (length <= _SIGN and page.scripts > 0)
    return plea and page.scripts > 0
