"""What the published models are made of: the shape they share, places and text.

Importing this module imports pydantic; the plain path from documents to a printed report never does.
"""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from provlint.text.visible import encodable

#: Text as any JSON parser takes it: a lone surrogate becomes U+FFFD, as in the printed JSON.
Text = Annotated[str, BeforeValidator(lambda value: encodable(value) if isinstance(value, str) else value)]
Start = Annotated[
    int, Field(ge=0, description="first code point, from 0 in the decoded source without byte-order mark")
]
End = Annotated[int, Field(ge=0, description="the code point after the last one")]
Line = Annotated[int, Field(ge=1, description="line of `start`, from 1; lines end at LF, CRLF and CR")]
Column = Annotated[int, Field(ge=1, description="column of `start` in code points, from 1")]
Count = Annotated[int, Field(ge=0)]


class Shape(BaseModel):
    """An object with just the keys it names."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Placed(Shape):
    """An object that stands at a place of the source."""

    start: Start
    end: End
    line: Line
    column: Column
    text: Text = Field(description="the source as written, source[start:end]")
