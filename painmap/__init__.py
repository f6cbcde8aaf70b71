"""Painmap, a body-map pain diary that stays on the patient's computer."""
