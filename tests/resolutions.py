"""Invented resolutions as data, from which `roads` makes files of every format.

In words, `_…_` is emphasis and `{1}` calls footnote 1; a footnote may be called twice.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Paragraph(NamedTuple):
    """A paragraph of the page; a point has a label and the depth of its list."""

    text: str
    label: str = ""
    depth: int = 0


class Heading(NamedTuple):
    text: str
    label: str = ""


class Table(NamedTuple):
    rows: tuple[tuple[str, ...], ...]


Part = Paragraph | Heading | Table


class Resolution(NamedTuple):
    name: str
    language: Literal["eng", "fra"]
    symbol: str
    head: tuple[str, ...]
    """The lines of the masthead behind the organ's publisher and the symbol."""
    title: str
    formula: str
    preamble: tuple[Paragraph, ...]
    body: tuple[Part, ...]
    closing: tuple[str, ...]
    annex: tuple[Part, ...] = ()
    """Its first two parts are the heading and the title."""
    notes: tuple[tuple[str, str], ...] = ()
    """Label and words of each footnote."""
    publisher: str = "United Nations"
    before: tuple[str, ...] = ()
    """Adoption and report lines."""


P = Paragraph
H = Heading

LIGHTHOUSES = Resolution(
    "lighthouses",
    "eng",
    "A/RES/79/911",
    ("General Assembly", "Distr.: General", "20 December 2024", "Seventy-ninth session", "Agenda item 24"),
    "79/911. Upkeep of lighthouses and beacons",
    "The General Assembly,",
    (
        P("_Recalling_ its resolutions 77/904 of 20 December 2022{1} and 78/905 of 20 December 2023,"),
        P("_Mindful_ that lighthouses serve those who fish as well as merchant ships of every country,{2}"),
        P("_Reaffirming_ the Declaration on Coasts,{3} which its resolution 55/902 of 8 September 2000 annexed,"),
    ),
    (
        P("_Decides_ to proclaim 2027 the Year of Lighthouses;", "1."),
        P("_Invites_ Member States:", "2."),
        P("To keep their lighthouses lit at night, and in particular:", "(a)", 1),
        P("The lamps of harbours whose ships carry food;", "(i)", 2),
        P("The lamps of straits;", "(ii)", 2),
        P("To train keepers, as recommended in the report of the Secretary-General;{2}", "(b)", 1),
        P(
            "_Requests_ the Secretary-General to report to the General Assembly at its eightieth session on the lamps.",
            "3.",
        ),
    ),
    ("50th plenary meeting", "12 December 2024"),
    (),
    (("1", "Resolution 77/904, annex."), ("2", "See A/78/912, para. 4."), ("3", "Resolution 55/902, annex.")),
    before=(
        "Resolution adopted by the General Assembly on 12 December 2024",
        "[on the report of the Second Committee (A/79/441)]",
    ),
)

PHARES = Resolution(
    "phares",
    "fra",
    "A/RES/79/911",
    (
        "Assemblée générale",
        "Distr. générale",
        "20 décembre 2024",
        "Soixante-dix-neuvième session",
        "Point 24 de l’ordre du jour",
    ),
    "79/911. Entretien des phares et des balises",
    "L’Assemblée générale,",
    (
        P("_Rappelant_ ses résolutions 77/904 du 20 décembre 2022{1} et 78/905 du 20 décembre 2023,"),
        P("_Consciente_ que les phares servent aux pêcheurs comme aux navires marchands de tous les pays{2},"),
        P("_Réaffirmant_ la Déclaration sur les côtes{3}, annexée à sa résolution 55/902 du 8 septembre 2000,"),
    ),
    (
        P("_Décide_ de proclamer 2027 Année des phares ;", "1."),
        P("_Invite_ les États Membres :", "2."),
        P("À garder leurs phares allumés la nuit, et en particulier :", "a)", 1),
        P("Les feux des ports dont les navires portent des vivres ;", "i)", 2),
        P("Les feux des détroits ;", "ii)", 2),
        P("À former des gardiens, comme le recommande le rapport du Secrétaire général{2} ;", "b)", 1),
        P("_Prie_ le Secrétaire général de lui rendre compte des feux à sa quatre-vingtième session.", "3."),
    ),
    ("50e séance plénière", "12 décembre 2024"),
    (),
    (("1", "Résolution 77/904, annexe."), ("2", "Voir A/78/912, par. 4."), ("3", "Résolution 55/902, annexe.")),
    "Nations Unies",
    (
        "Résolution adoptée par l’Assemblée générale le 12 décembre 2024",
        "[sur le rapport de la Deuxième Commission (A/79/441)]",
    ),
)

MARKETS = Resolution(
    "markets",
    "eng",
    "A/RES/79/906",
    ("General Assembly", "Distr.: General", "6 January 2025", "Seventy-ninth session", "Agenda item 18"),
    "79/906. Weights and measures in local markets",
    "The General Assembly,",
    (
        P("_Recalling_ its resolution 1234 (XII) of 14 December 1957,"),
        P("_Having considered_ the report of the Secretary-General on scales,{1}"),
    ),
    (
        H("General provisions", "I."),
        P("_Takes note_ of the report of the Secretary-General;{1}", "1."),
        P("_Endorses_ the Rules contained in the annex to the present resolution;", "2."),
        H("Costs of the scales", "II."),
        P("_Bearing in mind_ its resolution 77/907 of 30 December 2022,"),
        P("_Decides_ that the costs of the scales shall be met within existing resources.", "3."),
    ),
    ("54th plenary meeting", "18 December 2024"),
    (
        H("Annex"),
        H("Rules for weights and measures in markets"),
        P("Every scale shall be tested once a year, in the presence of those who sell.", "1."),
        P("The test shall be recorded in the form below.", "2."),
        Table((("Market", "Scales", "Tested"), ("North quay", "12", "11"), ("South gate", "7", "7"))),
        P("A fine shall not exceed the price of the scale.", "3."),
    ),
    (("1", "A/79/310 and Corr.1."),),
)

MARCHES = Resolution(
    "marches",
    "fra",
    "A/RES/79/906",
    (
        "Assemblée générale",
        "Distr. générale",
        "6 janvier 2025",
        "Soixante-dix-neuvième session",
        "Point 18 de l’ordre du jour",
    ),
    "79/906. Poids et mesures sur les marchés locaux",
    "L’Assemblée générale,",
    (
        P("_Rappelant_ sa résolution 1234 (XII) du 14 décembre 1957,"),
        P("_Ayant examiné_ le rapport du Secrétaire général sur les balances{1},"),
    ),
    (
        H("Dispositions générales", "I."),
        P("_Prend note_ du rapport du Secrétaire général{1} ;", "1."),
        P("_Approuve_ les Règles qui figurent en annexe à la présente résolution ;", "2."),
        H("Coût des balances", "II."),
        P("_Ayant à l’esprit_ sa résolution 77/907 du 30 décembre 2022,"),
        P("_Décide_ que les coûts des balances seront couverts dans les limites des ressources existantes.", "3."),
    ),
    ("54e séance plénière", "18 décembre 2024"),
    (
        H("Annexe"),
        H("Règles relatives aux poids et mesures des marchés"),
        P("Toute balance est vérifiée une fois par an, en présence de ceux qui vendent.", "1."),
        P("Le résultat est consigné dans le tableau ci-dessous.", "2."),
        Table((("Marché", "Balances", "Vérifiées"), ("Quai nord", "12", "11"), ("Porte sud", "7", "7"))),
        P("Une amende ne peut dépasser le prix de la balance.", "3."),
    ),
    (("1", "A/79/310 et Corr.1."),),
    "Nations Unies",
)

STRAITS = Resolution(
    "straits",
    "eng",
    "S/RES/2990 (2027)",
    ("Security Council", "Distr.: General", "12 March 2027"),
    "Resolution 2990 (2027)",
    "The Security Council,",
    (
        P("_Recalling_ its resolutions 2100 (2013) and 2700 (2023),"),
        P("_Noting with concern_ the letter dated 3 March 2027 from the Harbour Master,{1}"),
        P("_Determining_ that the darkness in the straits continues to constitute a threat to peace and security,"),
        P("_Acting_ under Chapter VII of the Charter of the United Nations,"),
    ),
    (
        P("_Decides_ that the mandate of the Mission shall be:", "1."),
        P("To escort ships that carry food through the straits at night;", "(a)", 1),
        P("To keep the lights of the straits lit, as the Harbour Master proposes;{1}", "(b)", 1),
        P("_Calls upon_ all parties to let the crews of the lamps pass;", "2."),
        P("_Decides_ to remain actively seized of the matter.", "3."),
    ),
    (),
    (),
    (("1", "S/2027/210."),),
    before=("Adopted by the Security Council at its 9912th meeting, on 12 March 2027",),
)

BANCS = Resolution(
    "bancs",
    "fra",
    "A/HRC/RES/61/44",
    (
        "Assemblée générale",
        "Distr. générale",
        "9 avril 2026",
        "Original : anglais",
        "Conseil des droits de l’homme",
        "Soixante et unième session",
        "23 février-2 avril 2026",
        "Point 3 de l’ordre du jour",
    ),
    "61/44. Le droit de s’asseoir",
    "Le Conseil des droits de l’homme,",
    (
        P("_Guidé_ par les buts et principes énoncés dans la Charte des Nations Unies,"),
        P("_Soulignant_ que les bancs sont rares et que les places se perdent dans les villes{1},"),
    ),
    (
        P("_Affirme_ qu’une place où s’asseoir fait partie d’une ville ouverte à tous ;", "1."),
        P("_Prie_ la Haute-Commissaire d’établir un rapport sur les bancs{1}, et notamment :", "2."),
        P("D’en compter les places dans chaque ville ;", "a)", 1),
        P("D’en décrire l’état ;", "b)", 1),
        P("_Décide de rester saisi_ de la question.", "3."),
    ),
    ("57e séance", "1er avril 2026"),
    (),
    (("1", "Voir A/HRC/60/12, par. 7."),),
    "Nations Unies",
    ("Résolution adoptée par le Conseil des droits de l’homme le 1er avril 2026",),
)

ALL = (LIGHTHOUSES, PHARES, MARKETS, MARCHES, STRAITS, BANCS)
