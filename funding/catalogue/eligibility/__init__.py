"""Does a call fit us? Rules without Django; what asks and shows them is beside: form, texts, pages.

``profile`` what a body says of itself · ``legal_forms`` which beneficiaries a legal form makes ·
``applicant_types`` which beneficiaries a profile is · ``accepted_codes`` what of a call a profile answers ·
``call`` what a sheet says · ``criteria`` a verdict for each criterion · ``verdict`` the one over all ·
``cases`` the same as conditions on an index.
"""
