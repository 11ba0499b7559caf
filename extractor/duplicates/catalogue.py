"""The rules of the catalogue that only several submissions together can answer."""

from extractor.rules.catalogue import catalogue_codes
from extractor.rules.citing import notice, practice
from models.finding import Citation

SOURCES: dict[str, Citation] = {
    "CON-09": notice("Q2", "Q10"),
    "TAX-12": practice("完税证明号码全国唯一，不会出具给两个纳税人"),
    "SPA-17": practice("报告文号在一家事务所内唯一，一份专项审计报告只对应一个申报模型"),
    "IP-08": practice("登记号、专利号唯一，权利人只能是同一方"),
    "DUP-01": notice("Q10"),
    "DUP-02": notice("Q10"),
    "DUP-03": notice("Q10"),
    "DUP-04": notice("Q10"),
    "DUP-05": notice("Q10"),
    "DUP-06": notice("Q10"),
    "DUP-07": notice("Q10"),
    "DUP-08": notice("Q10"),
}
CHECKED: tuple[str, ...] = tuple(code for code in catalogue_codes() if code in SOURCES)
"""In the catalogue's order."""
