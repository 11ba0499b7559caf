"""The prints each kind of sheet has, and the template that makes them."""

VARIANTS: dict[str, tuple[str, ...]] = {
    "cover": ("plain", "colon", "wide", "kai"),
    "unit_table": ("plain", "small", "fangsong", "tall"),
    "model_table": ("plain", "small", "fangsong", "tall"),
    "business_licence": (
        "landscape",
        "original",
        "electronic",
        "portrait",
        "portrait_original",
        "typed",
        "table",
    ),
    "firm_licence": ("landscape", "portrait", "electronic"),
    "tax_certificate": ("plain", "wide", "electronic", "simple"),
    "audit_report": (
        "standard",
        "stacked",
        "row_numbers",
        "landscape",
        "open",
        "attached",
        "simple",
    ),
    "special_audit_report": ("plain", "cover", "embedded", "share", "project", "kai", "simple"),
    "a100000": ("one_page", "two_pages", "narrow", "electronic", "simple"),
    "a107012": ("two_pages", "one_page", "narrow", "electronic", "simple"),
    "rd_report": ("plain", "drawn", "titled", "dense", "kai", "long"),
    "credit_report": ("cover", "compact", "printed", "simple"),
    "commitment": ("plain", "left", "kai", "typed"),
    "cit_other": ("plain", "framed", "listed", "basic_facts"),
    "filing": ("sheet", "list", "letter"),
    "patent": ("framed", "copy"),
    "software_copyright": ("framed", "copy"),
    "test_report": ("cover", "table"),
    "contract": ("plain", "cover"),
    "toc": ("dotted", "table", "kai"),
    "blank": ("plain",),
    "office_paper": ("plain", "kai"),
}
"""Kind of sheet → names of its variants."""

TEMPLATE_OF = {
    "firm_licence": "business_licence",
    "a100000": "return_sheet",
    "a107012": "return_sheet",
    **dict.fromkeys(
        ("filing", "patent", "software_copyright", "test_report", "contract"), "certificate"
    ),
}
"""Kinds printed by the template of another name."""
