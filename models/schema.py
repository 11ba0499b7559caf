"""The JSON Schema of report.json, generated from the models.

``python -m models.schema`` prints it; ``models/report.schema.json`` is its committed copy.
"""

import json

from models.report import Report


def report_schema() -> str:
    """The schema as indented JSON with a final line break."""
    schema = Report.model_json_schema(by_alias=True, mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    print(report_schema(), end="")
