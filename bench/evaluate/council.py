"""A made-up council, skewed like life, as a facts folder of Parquet files.

Most families have little on file and a few have very much: records of a family grow with its
`burden`, a Pareto number. Everything is drawn from DuckDB's hash of ids and salts, so one DuckDB
version makes the same council every time. Nobody in it exists.
"""

import pathlib
import re
from dataclasses import dataclass

FIRST_DAY = "2022-04-01"
LAST_DAY = "2025-03-31"  # 1,096 days, both counted
HISTORY = "2020-04-01"  # records begin here; so does all coverage


@dataclass
class Kind:
    """A record type: who has it, how many a person at burden 1, its shape and its fields."""

    name: str
    who: str  # SQL over p (age, role)
    rate: float
    spell_days: int = 0  # 0: one day; else the longest spell
    fields: str = ""  # SQL of further columns, over p, i


CHILD, ADULT, ALL = "p.age < 18", "p.age >= 18", "true"
SCORES = "['sdq','gad7','phq9','swemwbs','audit','dash']"
TOPICS = "['parenting','mental_health','domestic_abuse_victim','debt','housing','substance_misuse']"

KINDS = [
    Kind("offence", "p.age >= 10", 0.55, fields="u(p.person_id, i, 'pr') < 0.6 as proven"),
    Kind("arrest", "p.age >= 10", 0.35),
    Kind("named_suspect", "p.age >= 10", 0.35),
    Kind("asb_incident", "p.age >= 10", 0.5),
    Kind("suspension", "p.age between 5 and 17", 0.6,
         fields="1 + floor(5 * u(p.person_id, i, 'dy')) / 2 as days"),
    Kind("permanent_exclusion", "p.age between 5 and 17", 0.01),
    Kind("missing_episode", CHILD, 0.2, spell_days=5),
    Kind("referral", ALL, 0.9,
         fields="pick(['social_care','early_help','domestic_abuse','health'], p.person_id, i) as service"),
    Kind("domestic_incident", ALL, 0.5,
         fields="pick(['victim','perpetrator','witness'], p.person_id, i) as role"),
    Kind("hospital_visit", ALL, 1.6, fields="pick(['a_and_e','admission'], p.person_id, i) as kind"),
    Kind("score", ALL, 0.8, fields=f"pick({SCORES}, p.person_id, i) as instrument, "
         "7 + floor(14 * u(p.person_id, i, 'sc')) as value"),
    Kind("earnings", ADULT, 3.0, fields="round(2500 * u(p.person_id, i, 'ea')) as amount"),
    Kind("rent_arrears", ADULT, 0.6, fields="round(1500 * u(p.person_id, i, 'ra')) as amount"),
    Kind("benefit", ADULT, 0.5, spell_days=500,
         fields="pick(['esa','is','jsa','uc'], p.person_id, i) as kind, "
         "pick(['none','intensive','light_touch'], p.person_id, i) as regime"),
    Kind("employment", ADULT, 0.5, spell_days=700, fields="16 + 8 * (i % 4) as hours"),
    Kind("neet", "p.age between 16 and 18", 0.5, spell_days=300),
    Kind("cin_plan", CHILD, 0.12, spell_days=400),
    Kind("cp_plan", CHILD, 0.04, spell_days=400),
    Kind("early_help", CHILD, 0.15, spell_days=300,
         fields="pick(['outcomes_met','stepped_up','closed'], p.person_id, i) as result"),
    Kind("concern", ALL, 0.4, fields=f"pick({TOPICS}, p.person_id, i) as topic, 'practitioner' as by"),
]


def prepare(connection, families: int) -> None:
    """Tables of families, people and members in the connection."""
    connection.execute(f"""
create or replace macro u(a, i, salt) as (hash(a, i, salt) % 1000003) / 1000003.0;
create or replace macro pick(list, a, i) as
  list[1 + floor(len(list) * u(a, i, 'pick'))::int];
create or replace table f as
  select 'F' || lpad(n::varchar, 7, '0') as family_id,
         least(25, pow(1.000001 - u(n, 0, 'burden'), -0.6)) as burden,
         date '{FIRST_DAY}' + floor(800 * u(n, 0, 'start'))::int as started_on,
         if(u(n, 0, 'closes') < 0.5, 120 + floor(400 * u(n, 0, 'long'))::int, null) as open_days,
         1 + (u(n, 0, 'two') < 0.55)::int as adults,
         1 + floor(4 * pow(u(n, 0, 'kids'), 1.35))::int as children
  from range({families}) t(n);
create or replace table p as
  select 'P' || substr(family_id, 2) || lpad(k::varchar, 2, '0') as person_id, family_id, burden,
         started_on, k <= adults as grown,
         date '{FIRST_DAY}' - if(k <= adults, 7300 + floor(9000 * u(family_id, k, 'age'))::int,
                                 200 + floor(5900 * u(family_id, k, 'age'))::int) as birth_date,
         datediff('day', birth_date, date '{FIRST_DAY}') / 365.25 as age
  from f, range(1, 7) t(k) where k <= adults + children;
""")


def _copy(connection, folder: str, name: str, select: str) -> None:
    connection.execute(f"copy ({select}) to '{folder}/{name}.parquet' (format parquet)")


def _people(connection, folder: str) -> None:
    _copy(connection, folder, "people",
          "select person_id, birth_date, if(u(person_id,0,'s')<0.5,'F','M') as sex, "
          "null::date as death_date from p order by person_id")
    _copy(connection, folder, "families",
          f"""select family_id, started_on, started_on as assessed_on, started_on + 14 as
          plan_agreed_on, '' as lead_practitioner,
          if(started_on + open_days <= date '{LAST_DAY}', started_on + open_days, null) as closed_on,
          '' as close_reason from f order by family_id""")
    _copy(connection, folder, "members",
          "select family_id, person_id, if(grown,'parent','child') as role, birth_date as start_date, "
          "null::date as end_date, 'yes' as resident from p order by family_id, person_id")


def _records(connection, folder: str, kind: Kind) -> None:
    dates = "day as date"
    if kind.spell_days:
        dates = (f"day as start_date, if(u(p.person_id,i,'open')<0.2, null, "
                 f"day + floor({kind.spell_days}*u(p.person_id,i,'len'))::int) as end_date")
    fields = f", {kind.fields}" if kind.fields else ""
    _copy(connection, folder, kind.name, f"""
select distinct person_id, {dates}{fields} from (
  select p.*, i, (date '{HISTORY}' + floor(1825 * u(p.person_id, i, '{kind.name}'))::int) as day
  from p, lateral unnest(range(least(120,
    floor({kind.rate} * p.burden * 4.6 * pow(u(p.person_id, 0, '{kind.name}n'), 3)
          + u(p.person_id, 1, '{kind.name}n')))::int)) t(i)
  where {kind.who}) p
order by all""".replace("u(p.person_id, i, 'pr') < 0.6 as proven",
                                   "if(u(p.person_id, i, 'pr') < 0.6, 'yes', 'no') as proven"))


def _school(connection, folder: str) -> None:
    terms = [(y, s, a, b) for y in range(2020, 2025) for s, a, b in (
        ("autumn", f"{y}-09-03", f"{y}-12-19"), ("spring", f"{y + 1}-01-06", f"{y + 1}-04-01"),
        ("summer", f"{y + 1}-04-19", f"{y + 1}-07-21"))]
    values = ", ".join(f"('{y if s == 'autumn' else y + 1}-{s}', date '{a}', date '{b}')"
                       for y, s, a, b in terms if a < LAST_DAY)
    connection.execute(f"create or replace table terms as from (values {values}) "
                       "v(term, start_date, end_date)")
    _copy(connection, folder, "terms", "from terms order by start_date")
    _copy(connection, folder, "school_term", """
select person_id, start_date, end_date, possible,
       floor(possible * least(0.3, 0.05 * pow(burden, 0.5) * u(person_id, 7, term) * 2)) as authorised,
       floor(possible * least(0.6, 0.03 * burden * pow(u(person_id, 8, term), 2) * 2)) as unauthorised
from (select p.person_id, p.burden, t.*, 110 + floor(20 * u(t.term, 0, 'poss')) as possible
      from p, terms t
      where not grown and birth_date + 1826 <= t.start_date and birth_date + 6210 >= t.end_date
        and u(person_id, 9, term) < 0.985)
order by person_id, start_date""")


def _record_types() -> list[str]:
    """Every type the catalogue declares: what this council has no records of did not happen."""
    catalogue = pathlib.Path(__file__).parents[2] / "plans" / "catalogue.md"
    return re.findall(r"^record (\w+) (?:event|spell|reading|term|statement)\b",
                      catalogue.read_text(), re.MULTILINE)


def make(connection, folder: str, families: int) -> int:
    """Writes the council to an existing folder; the number of records written."""
    prepare(connection, families)
    _people(connection, folder)
    _school(connection, folder)
    for kind in KINDS:
        _records(connection, folder, kind)
    names = [kind.name for kind in KINDS] + ["school_term"]
    covered = ", ".join(f"('{name}')" for name in _record_types())
    _copy(connection, folder, "coverage",
          f"select record_type, date '{HISTORY}' as start_date, date '{LAST_DAY}' as end_date "
          f"from (values {covered}) v(record_type)")
    files = ", ".join(f"'{folder}/{name}.parquet'" for name in names)
    return connection.execute(
        f"select sum(num_rows) from parquet_file_metadata([{files}])").fetchone()[0]
