"""The functions by which a server that holds the roles lets names be opened, kept, erased and sealed.

Each runs as the owner of the tables and sees by `session_user` who asks. `tracker_names_digest` gives what
`names.digest` computes, so that either may seal what the other verifies (a test holds them together).
"""

from __future__ import annotations

_SAFE = "SECURITY DEFINER SET search_path = public, pg_temp"
_IS = "pg_has_role(session_user, 'tracker_{}', 'member')"
_HEAD = f"({_IS.format('manager')} OR {_IS.format('administrator')})"
_MAY = f"({_HEAD} OR {_IS.format('advocate')} AND tracker_mine(number))"

FUNCTIONS = (
    "CREATE TABLE IF NOT EXISTS opening (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "
    "at timestamptz NOT NULL DEFAULT clock_timestamp(), who text NOT NULL, ref text NOT NULL, "
    "code text NOT NULL, reason text NOT NULL)",
    f"CREATE OR REPLACE FUNCTION tracker_mine(number integer) RETURNS boolean LANGUAGE sql STABLE {_SAFE} "
    "AS $$ SELECT EXISTS (SELECT 1 FROM public.prosecution p "
    "WHERE p.id = number AND (p.lead = session_user OR EXISTS (SELECT 1 FROM public.hearing h "
    "WHERE h.prosecution_id = p.id AND session_user IN (h.advocate, h.in_place_of)))) $$",
    "CREATE OR REPLACE FUNCTION tracker_open_identity(of_ref text, of_code text, why text) RETURNS text "
    f"LANGUAGE plpgsql {_SAFE} AS $$ DECLARE number integer; found text; "
    "BEGIN SELECT id INTO number FROM public.prosecution WHERE ref = of_ref; "
    "IF length(trim(why)) < 10 THEN RAISE EXCEPTION 'a name is opened with a reason'; END IF; "
    f"IF number IS NULL OR NOT {_MAY} THEN RAISE EXCEPTION 'permission denied'; END IF; "
    "INSERT INTO public.opening (who, ref, code, reason) VALUES (session_user, of_ref, of_code, why); "
    "SELECT name INTO found FROM public.identity WHERE prosecution_id = number AND code = of_code; "
    "RETURN found; END $$",
    "CREATE OR REPLACE FUNCTION tracker_put_identity(number integer, of_code text, new text) "
    f"RETURNS boolean LANGUAGE plpgsql {_SAFE} AS $$ DECLARE there boolean; "
    f"BEGIN IF NOT (CASE WHEN new IS NULL THEN {_HEAD} ELSE {_MAY} END) THEN "
    "RAISE EXCEPTION 'permission denied'; END IF; "
    "IF new IS NULL AND EXISTS (SELECT 1 FROM public.legalhold WHERE prosecution_id = number) THEN "
    "RAISE EXCEPTION 'permission denied: a legal hold'; END IF; "
    "DELETE FROM public.identity WHERE prosecution_id = number AND code = of_code; there := FOUND; "
    "IF new IS NOT NULL THEN INSERT INTO public.identity (prosecution_id, code, name) "
    "VALUES (number, of_code, new); END IF; RETURN there; END $$",
    "CREATE OR REPLACE FUNCTION tracker_ascii(said text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ "
    "DECLARE made text := ''; letter text; point integer; BEGIN "
    "FOREACH letter IN ARRAY regexp_split_to_array(to_json(said)::text, '') LOOP "
    "point := CASE WHEN letter = '' THEN 0 ELSE ascii(letter) END; "
    "IF point > 65535 THEN point := point - 65536; made := made || '\\u' || "
    "lpad(to_hex(55296 + (point >> 10)), 4, '0') || '\\u' || lpad(to_hex(56320 + (point & 1023)), 4, '0'); "
    "ELSIF point > 126 THEN made := made || '\\u' || lpad(to_hex(point), 4, '0'); "
    "ELSE made := made || letter; END IF; END LOOP; "
    "RETURN made; END $$",
    "CREATE OR REPLACE FUNCTION tracker_names_digest(number integer, salt text) RETURNS text "
    f"LANGUAGE plpgsql {_SAFE} AS $$ DECLARE held text; "
    f"BEGIN IF NOT {_MAY} THEN RAISE EXCEPTION 'permission denied'; END IF; "
    "SELECT string_agg('{\"code\":' || tracker_ascii(code) || ',\"name\":' || tracker_ascii(name) || '}', "
    "',' ORDER BY code COLLATE \"C\") INTO held FROM public.identity WHERE prosecution_id = number; "
    "RETURN encode(sha256(convert_to(salt || '[[\"identity\",[' || held || ']]]', 'UTF8')), 'hex'); END $$",
    f"CREATE OR REPLACE FUNCTION tracker_forget_salts(number integer) RETURNS void LANGUAGE plpgsql {_SAFE} "
    f"AS $$ BEGIN IF NOT {_MAY} THEN RAISE EXCEPTION 'permission denied'; END IF; "
    "UPDATE public.seal SET salt = NULL WHERE prosecution_id = -number AND salt IS NOT NULL; END $$",
    "CREATE OR REPLACE FUNCTION tracker_next_number() RETURNS integer LANGUAGE sql "
    f"STABLE {_SAFE} AS $$ SELECT COALESCE(max(id), 0) + 1 FROM public.prosecution $$",
    "CREATE OR REPLACE FUNCTION tracker_chain_end() RETURNS TABLE (seq integer, hash text) LANGUAGE sql "
    f"STABLE {_SAFE} AS $$ SELECT a.seq, a.hash FROM public.audit a ORDER BY a.seq DESC LIMIT 1 $$",
    "CREATE OR REPLACE FUNCTION tracker_years(number integer, of_code text) RETURNS integer LANGUAGE sql "
    f"STABLE {_SAFE} AS $$ SELECT COALESCE(v.years, date_part('year', age(p.first_on, v.born_on))::integer) "
    "FROM public.victim v JOIN public.prosecution p ON p.id = v.prosecution_id "
    "WHERE v.prosecution_id = number AND v.code = of_code $$",
    "CREATE OR REPLACE FUNCTION tracker_names_in(texts text[], public_words text[]) "
    f"RETURNS TABLE (place integer, whose text) LANGUAGE sql STABLE {_SAFE} AS $$ "
    "WITH held AS (SELECT CASE WHEN tracker_mine(i.prosecution_id) OR "
    f"{_HEAD} THEN i.code || ' of ' || p.ref ELSE 'somebody of another case' END AS whose, "
    "trim(regexp_replace(regexp_replace(lower(normalize(i.name, NFKD)), '[\\u0300-\\u036f]', '', 'g'), "
    "'[^[:alpha:]\\u0900-\\u097f]+', ' ', 'g')) AS name FROM public.identity i "
    "JOIN public.prosecution p ON p.id = i.prosecution_id), "
    "parts AS (SELECT whose, name, split_part(name, ' ', 1) AS first, "
    "array_length(string_to_array(name, ' '), 1) AS many, (SELECT string_agg(w, ' ' ORDER BY n DESC) "
    "FROM unnest(string_to_array(name, ' ')) "
    "WITH ORDINALITY u(w, n)) AS turned FROM held WHERE name <> '') "
    "SELECT DISTINCT t.n::integer, parts.whose FROM unnest(texts) WITH ORDINALITY t(said, n), parts "
    "WHERE strpos(' ' || t.said || ' ', ' ' || parts.name || ' ') > 0 AND "
    "(parts.many > 1 OR NOT parts.first = ANY (public_words)) "
    "OR strpos(' ' || t.said || ' ', ' ' || parts.turned || ' ') > 0 AND parts.many > 1 "
    "OR length(parts.first) >= 3 AND NOT parts.first = ANY (public_words) "
    "AND strpos(' ' || t.said || ' ', ' ' || parts.first || ' ') > 0 $$",
)
