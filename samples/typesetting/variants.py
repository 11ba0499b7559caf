"""The prints each kind of sheet has, and the template that makes them."""

VARIANTS: dict[str, tuple[str, ...]] = {
    "cover": ("plain", "colon", "wide", "kai"),
    "unit_table": ("plain", "small", "fangsong"),
    "model_table": ("plain", "small", "fangsong"),
    "business_licence": ("landscape", "original", "electronic", "portrait", "portrait_original"),
    "firm_licence": ("landscape", "portrait", "electronic"),
    "tax_certificate": ("plain", "wide", "electronic"),
    "audit_report": ("standard", "stacked", "row_numbers", "landscape", "open", "attached"),
    "special_audit_report": ("plain",),
    "a100000": ("one_page", "two_pages", "narrow", "electronic"),
    "a107012": ("two_pages", "one_page", "narrow", "electronic"),
    "rd_report": ("plain",),
    "credit_report": ("plain",),
    "commitment": ("plain", "left", "kai", "typed"),
    "cit_other": ("plain",),
    "filing": ("plain",),
    "patent": ("plain",),
    "software_copyright": ("plain",),
    "test_report": ("plain",),
    "contract": ("plain",),
    "toc": ("plain",),
    "blank": ("plain",),
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
