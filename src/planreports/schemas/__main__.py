"""Write every schema beside this module."""

from planreports.files.atomic import write_atomically
from planreports.schemas import SCHEMAS, schema_path, schema_text

for name in SCHEMAS:
    write_atomically(schema_path(name), schema_text(name).encode())
