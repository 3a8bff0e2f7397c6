"""The sound record with a request that two members answered, to be bent by the tests."""

from __future__ import annotations

from tests.data.record_factory import SOUND, Cells

ANSWERED: dict[str, list[Cells]] = {
    **SOUND,
    "memberships": [
        *SOUND["memberships"],
        {"id": "kaz-csto", "country": "KAZ", "bloc": "CSTO", "status": "member",
         "date_start": "2003-09-18", "source_id": "a-dataset"},
    ],
    "claims": [
        *SOUND["claims"],
        {"id": "c5", "event_id": "plea", "date": "2021-05-16", "actor": "RUS", "toward": "ARM",
         "stance": "NEU", "certainty": "explicit", "mode": "statement", "source_id": "a-dataset",
         "locator": "row 2"},
        {"id": "c6", "event_id": "plea", "date": "2021-05-20", "actor": "CSTO", "toward": "ARM",
         "stance": "NEU", "certainty": "explicit", "mode": "statement", "source_id": "a-dataset",
         "locator": "row 3"},
    ],
    "requests": [
        {**SOUND["requests"][0],
         "channel": "Article 2 and a treaty of 1997",
         "finding_en": "Armenia asked the CSTO to talk under Article 2; Russia joined the talks "
         "after two days; Kazakhstan promised help after 6 days; no ally sent troops.",
         "finding_ru": "Армения попросила ОДКБ поговорить по статье 2; Россия через два дня "
         "подключилась к переговорам; Казахстан через 6 дней обещал помощь; войск не прислал ни "
         "один союзник."},
    ],
    "request_answers": [
        {"event_id": "plea", "actor": "RUS", "kind": "mediation", "date": "2021-05-16",
         "claim_id": "c5"},
        {"event_id": "plea", "actor": "KAZ", "kind": "support", "date": "2021-05-20",
         "claim_id": "c3"},
        {"event_id": "plea", "actor": "CSTO", "kind": "neutral", "date": "2021-05-20",
         "claim_id": "c6"},
    ],
    "answers": [
        {"event_id": "plea", "date": "2021-05-20", "by": "CSTO", "manner": "words",
         "source_id": "a-dataset"},
        {"event_id": "plea", "date": "2021-05-16", "by": "RUS", "manner": "words",
         "source_id": "a-dataset"},
        {"event_id": "plea", "date": "2021-05-20", "by": "KAZ", "manner": "deeds",
         "source_id": "a-dataset"},
    ],
    "request_obligations": [
        {**SOUND["request_obligations"][0], "honoured": "partly", "basis": "they met"},
        {"event_id": "plea", "instrument": "another treaty", "duty": "assist", "owed_by": "RUS",
         "applied": "disputed", "invoked": "not", "honoured": "not_honoured",
         "basis": "words alone", "source_id": "a-dataset", "locator": "p. 1",
         "other_reading": "it was none of its case", "other_source_id": "a-dataset",
         "other_locator": "p. 2"},
    ],
}  # fmt: skip
