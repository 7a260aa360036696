-- What statements do and what was promised, charged and done, read straight out of the chain.
CREATE VIEW acts (reading, attribution, act) AS
    SELECT e.number, j.value ->> 'id', j.value ->> 'act'
    FROM entries AS e, json_each(e.content, '$.result.attributions') AS j WHERE e.kind = 'reading';
CREATE VIEW claims (reading, id, start, stop, attribution, kind, checkworthy) AS
    SELECT e.number, j.value ->> 'id', j.value ->> '$.span[0]', j.value ->> '$.span[1]', j.value ->> 'attribution', j.value ->> 'kind', j.value ->> 'checkworthy'
    FROM entries AS e, json_each(e.content, '$.result.claims') AS j WHERE e.kind = 'reading';
CREATE VIEW pledges (reading, id, start, stop, attribution, comparison, target, unit, deadline, specific) AS
    SELECT e.number, j.value ->> 'id', j.value ->> '$.span[0]', j.value ->> '$.span[1]', j.value ->> 'attribution', j.value ->> 'comparison', j.value ->> 'target',
        j.value ->> 'unit', j.value ->> 'deadline', j.value ->> 'specific'
    FROM entries AS e, json_each(e.content, '$.result.pledges') AS j WHERE e.kind = 'reading';
CREATE VIEW allegations (reading, id, start, stop, attribution, by, against, subject, stance, replies_to) AS
    SELECT e.number, j.value ->> 'id', j.value ->> '$.span[0]', j.value ->> '$.span[1]', j.value ->> 'attribution', j.value ->> 'by', j.value ->> 'against',
        j.value ->> 'subject', j.value ->> 'stance', j.value ->> 'repliesTo'
    FROM entries AS e, json_each(e.content, '$.result.allegations') AS j WHERE e.kind = 'reading';
CREATE VIEW events (reading, id, start, stop, code, mode, actor, recipient, day, confidence) AS
    SELECT e.number, j.value ->> 'id', j.value ->> '$.span[0]', j.value ->> '$.span[1]', j.value ->> 'code', j.value ->> 'mode', j.value ->> 'actor',
        j.value ->> 'recipient', j.value ->> 'when', j.value ->> 'confidence'
    FROM entries AS e, json_each(e.content, '$.result.events') AS j WHERE e.kind = 'reading';
