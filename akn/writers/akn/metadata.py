"""The `meta` of a document, from its facts and names: identification, publication, adoption, vote, references."""

from __future__ import annotations

from akn import naming
from akn.model import Statement
from akn.naming import NO_DATE, Facts, Names
from akn.writers.akn.register import Register, attribute


def meta(
    register: Register,
    said: Facts,
    names: Names,
    indent: str,
    part: str,
    statement: Statement | None = None,
) -> str:
    """The `meta` of a document; with its adoption and vote where a statement is given.

    To be written last: it declares the references that the rest used. `part` ends the IRIs of this component, as `!main`.
    """
    step, analysis = _adoption(register, said, indent, statement) if statement is not None else ("", "")
    lines = [f"{indent}<meta>\n", identification(register, said, names, indent + "  ", part, True)]
    issued = said.issued or NO_DATE
    symbol = attribute(said.symbol or said.number)
    lines.append(f'{indent}  <publication name="{symbol}" showAs="{symbol}" date="{issued}" number="{symbol}"/>\n')
    lines += [step, analysis]
    references = "".join(
        f'{indent}    <{element} eId="{register.eid(key)}" href="{attribute(href)}" showAs="{attribute(shown)}"/>\n'
        for key, (element, href, shown) in sorted(register.used.items())
        if key not in register.eids
    )
    if references:
        lines.append(f'{indent}  <references source="#akn">\n{references}{indent}  </references>\n')
    lines.append(f"{indent}</meta>\n")
    return "".join(lines)


def identification(register: Register, said: Facts, names: Names, indent: str, part: str, whole: bool) -> str:
    """FRBR work, expression and manifestation; subtype, number and name only of a `whole` document, not of an annex."""
    author = register.organ(said.organ)
    adopted, issued = said.adopted or NO_DATE, said.issued or said.adopted or NO_DATE
    work, expression, manifestation = (attribute(iri) for iri in names[:3])
    more = ""
    if whole:
        more = (
            f'{indent}    <FRBRsubtype value="{naming.SUBTYPES.get(register.document.kind, "deliberation")}"/>\n'
            f'{indent}    <FRBRnumber value="{attribute(names.number or "unnumbered")}" showAs="{attribute(names.shown or "unnumbered")}"/>\n'
            f'{indent}    <FRBRname value="{register.document.kind}"/>\n'
        )
    alias = (
        f'{indent}    <FRBRalias name="symbol" value="{attribute(said.symbol)}"/>\n' if whole and said.symbol else ""
    )
    return (
        f'{indent}<identification source="{register.ref("akn")}">\n'
        f"{indent}  <FRBRWork>\n"
        f'{indent}    <FRBRthis value="{work}/{part}"/>\n'
        f'{indent}    <FRBRuri value="{work}"/>\n{alias}'
        f'{indent}    <FRBRdate date="{adopted}" name="adoption"/>\n'
        f'{indent}    <FRBRauthor href="{author}" as="{register.ref("author")}"/>\n'
        f'{indent}    <FRBRcountry value="un"/>\n{more}'
        f"{indent}  </FRBRWork>\n"
        f"{indent}  <FRBRExpression>\n"
        f'{indent}    <FRBRthis value="{expression}/{part}"/>\n'
        f'{indent}    <FRBRuri value="{expression}"/>\n'
        f'{indent}    <FRBRdate date="{issued}" name="publication"/>\n'
        f'{indent}    <FRBRauthor href="{author}" as="{register.ref("issuer")}"/>\n'
        f'{indent}    <FRBRlanguage language="{register.document.language}"/>\n'
        f"{indent}  </FRBRExpression>\n"
        f"{indent}  <FRBRManifestation>\n"
        f'{indent}    <FRBRthis value="{expression}/{part}.xml"/>\n'
        f'{indent}    <FRBRuri value="{manifestation}"/>\n'
        f'{indent}    <FRBRdate date="{issued}" name="publication"/>\n'
        f'{indent}    <FRBRauthor href="#akn" as="{register.ref("editor")}"/>\n'
        f'{indent}    <FRBRformat value="xml"/>\n'
        f"{indent}  </FRBRManifestation>\n"
        f"{indent}</identification>\n"
    )


def _adoption(register: Register, said: Facts, indent: str, statement: Statement) -> tuple[str, str]:
    """The step of the workflow, and the analysis of the vote."""
    if register.document.kind.startswith("draft"):
        return "", ""
    adoption, adopted = register.ref("adoption"), register.ref("adopted")
    step = (
        f'{indent}  <workflow source="#akn">\n{indent}    <step date="{said.adopted or NO_DATE}" '
        f'by="{register.organ(said.organ)}" refersTo="{adoption}" outcome="{adopted}"/>\n{indent}  </workflow>\n'
    )
    counts = said.votes.split("-") if said.votes[:1].isdigit() else []
    if len(counts) != 3:
        return step, ""
    at = register.eid("voting_1" if "voting_1" not in register.eids else "voting_2")
    href = "#conclusions" if statement.conclusions and "conclusions" in register.eids else "#coverPage"
    rows = "".join(
        f'{indent}        <count eId="{register.eid(f"{at}__count_{i}")}" refersTo="{register.ref(name)}" value="{count}"/>\n'
        for i, (name, count) in enumerate(zip(("inFavour", "against", "abstaining"), counts, strict=True), 1)
    )
    where = f' href="{href}"' if href[1:] in register.eids else ""
    return step, (
        f'{indent}  <analysis source="#akn">\n{indent}    <parliamentary>\n'
        f'{indent}      <voting eId="{at}" refersTo="{adoption}" outcome="{adopted}"{where}>\n{rows}'
        f"{indent}      </voting>\n{indent}    </parliamentary>\n{indent}  </analysis>\n"
    )
