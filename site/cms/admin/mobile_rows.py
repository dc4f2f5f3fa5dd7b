"""Lists in the admin that are read on a phone as well: there a row is a card (admin.css)."""

import json

from wagtail.admin.ui.tables import Column


class CardsMixin:
    """For Wagtail's views that list things in columns. The style gets each column's label from the table."""

    def get_table(self, object_list):
        table = super().get_table(object_list)
        labels = [
            f"--label-{index}: {json.dumps(f'{column.label}: ', ensure_ascii=False)}"
            for index, column in enumerate(table.columns.values(), 1)
            if isinstance(column, Column) and column.label
        ]
        table.base_attrs = table.base_attrs | {"style": "; ".join(labels)}
        table.classname = f"{table.classname} cards"
        return table
