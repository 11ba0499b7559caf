"""The company that applies and the model it declares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from samples import identifiers, names


@dataclass(frozen=True)
class Model:
    """The industrial model that is declared."""

    name: str
    category: str
    parameters: Decimal
    """亿."""
    base: str
    training_data: Decimal
    start: date
    end: date
    trade: names.Trade
    scene: str


@dataclass(frozen=True)
class Company:
    """Who applies."""

    brand: str
    name: str
    uscc: str
    district: names.District
    address: str
    type: str
    nature: str
    legal_representative: str
    capital: Decimal
    established_on: date
    staff: int
    rd_staff: int
    trade: names.Trade


def draw_company(random: Random) -> Company:
    """A company of Wuhan; name, code and people are invented."""
    district = random.choice(names.DISTRICTS)
    brand = names.brand(random)
    name = names.company(random, brand)
    established = identifiers.day_between(random, date(2006, 1, 1), date(2021, 12, 28))
    staff = random.choice((random.randint(35, 120), random.randint(120, 900)))
    stock = "股份" in name
    private = random.random() < 0.75
    kind = "股份有限公司" if stock else "有限责任公司"
    if private:
        holder = random.choice(("自然人投资或控股", "自然人独资")) if not stock else "非上市"
    else:
        holder = "国有控股" if not stock else "非上市、国有控股"
    unit = random.choice(
        (
            f"{random.randint(1, 28)}层",
            f"{random.randint(1, 9)}号楼{random.randint(101, 1502)}室",
            "",
        )
    )
    return Company(
        brand=brand,
        name=name,
        uscc=identifiers.uscc(random, district.division),
        district=district,
        address=f"武汉市{district.name}{random.choice(district.roads)}"
        f"{random.randint(1, 699)}号{unit}",
        type=f"{kind}（{holder}）",
        nature="民营企业" if private else "国有企业",
        legal_representative=names.person(random),
        capital=Decimal(random.choice((500, 600, 1000, 1280, 2000, 3050, 5000, 10010)) * 10_000),
        established_on=established,
        staff=staff,
        rd_staff=int(staff * random.uniform(0.2, 0.6)),
        trade=random.choice(names.TRADES),
    )


def draw_model(random: Random, company: Company) -> Model:
    """A model of the company's trade with the base and size that go together."""
    category = random.choice(("单模态大模型", "多模态大模型", "任务型模型"))
    scene = random.choice(company.trade.scenes)
    start = max(
        identifiers.day_between(random, date(2023, 6, 1), date(2025, 6, 1)).replace(day=1),
        company.established_on,
    )
    end = random.choice(
        (date(2025, 12, 31), date(2025, 11, 30), date(2026, 6, 30), date(2026, 12, 31))
    )
    if category == "任务型模型":
        parameters = random.choice((Decimal("0.25"), Decimal("0.68"), Decimal("3.2"), Decimal("1")))
        base = random.choice(("自主研发", "自主研发（卷积与注意力混合架构）"))
        name = f"{company.brand}{scene}模型"
    else:
        size = random.choice((7, 14, 32, 72))
        parameters = Decimal(size * 10)
        base = f"Qwen2.5-{'VL-' if category[0] == '多' and size in (7, 32, 72) else ''}{size}B"
        if size == 14 and category[0] == "多":
            base = "InternVL3-14B"
        name = f"{company.brand}{scene}{'多模态' if category[0] == '多' else ''}大模型"
    return Model(
        name=name,
        category=category,
        parameters=parameters,
        base=base,
        training_data=Decimal(str(random.choice((0.8, 1.2, 2.5, 4.6, 12, 18.5, 36)))),
        start=start,
        end=end,
        trade=company.trade,
        scene=scene,
    )
