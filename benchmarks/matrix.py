"""The matrix that all contestants write: 8 columns, half of it Lao, no two rows alike."""

from __future__ import annotations

HEAD = ("Ref.", "Commitment", "ຄຳໝັ້ນສັນຍາ", "Lead", "Agency", "Status", "Progress", "ຄວາມຄືບໜ້າ")
WIDTHS = (36, 110, 110, 40, 60, 50, 90, 80)
ENGLISH = "Both sides affirmed to share lessons in green industrialization policy, including the office."
LAO = "ສອງຝ່າຍຢືນຢັນຄວາມສຳຄັນຂອງການຮ່ວມມືດ້ານການປ້ອງກັນຊາດ ແລະ ນ້ຳໃຈ"
TITLE = "Benchmark"
SIZE, LEADING = 7.8, 11.5


def rows(count: int) -> list[tuple[str, ...]]:
    """Return the words of the matrix's rows."""
    return [
        (
            f"{n % 5 + 1}.{n % 9 + 1}.{n}",
            f"{ENGLISH} Item {n}",
            f"{LAO} {n}",
            "Japan",
            f"Ministry {n % 17}",
            "On track",
            f"Progress note {n}: seminars were held and the results were shared.",
            f"ລາຍງານ {n} ຜົນສຳເລັດ",
        )
        for n in range(count)
    ]


def is_lao(column: int) -> bool:
    """Return whether a column is Lao."""
    return column in (2, 7)


def language(column: int) -> str:
    """Return the language of a column."""
    return "lo" if is_lao(column) else "en"
