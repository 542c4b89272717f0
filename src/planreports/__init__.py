"""An intergovernmental action plan as typed data, and the bilingual documents rendered from it."""
