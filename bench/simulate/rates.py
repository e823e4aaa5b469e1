#!/usr/bin/env python3
"""What a synthetic council comes to: the column "here" of docs/synthetic-council.md, from its true facts.

Shares on a day are of those there on it; a year's counts are of the year to that day; a school year's
are of the terms and days of 2023/24.
"""

import argparse
import pathlib
import subprocess
import tempfile

import duckdb

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DAY, FROM = "date '2024-03-31'", "date '2023-04-01'"
SCHOOL_YEAR = "between date '2023-09-01' and date '2024-08-31'"
NOW = f"start_date <= {DAY} and (end_date is null or end_date::date >= {DAY})"
IN_YEAR = f"date between {FROM} and {DAY}"
VIEWS = f"""
create view aged as select person_id, birth_date, date_diff('year', birth_date, {DAY})
  - (strftime({DAY}, '%m%d') < strftime(birth_date, '%m%d'))::int as age
  from people where birth_date <= {DAY};
create view children as select person_id, family_id, age from aged
  join (select distinct family_id, person_id from members where role = 'child') using (person_id)
  where age < 18;
create view pupils as select distinct person_id from school_place where kind = 'school' and {NOW};
create view taught as select distinct person_id from school_term where end_date {SCHOOL_YEAR};
create view sizes as select family_id, count(*) as n from children group by all;
create view parents as select family_id, count(distinct person_id) as n from members
  where role = 'parent' and resident = 'yes' and coalesce(start_date, {DAY}) <= {DAY}
  and coalesce(end_date, {DAY}) >= {DAY} group by all;
"""


def there(table, of):
    return (f"select 1.0 * count(distinct person_id) / (select count(*) from {of}) from {table}"
            f" join {of} using (person_id) where {NOW}")


def counted(table, of, where="true"):
    return (f"select 1.0 * count(*) / (select count(*) from {of}) from {table}"
            f" join {of} using (person_id) where {IN_YEAR} and {where}")


QUESTIONS = [
    ("families with one parent, in 100 with children", 100,
     "select avg((parents.n = 1)::int) from sizes join parents using (family_id)"),
    ("one child, in 100 families with children", 100, "select avg((n = 1)::int) from sizes"),
    ("two children", 100, "select avg((n = 2)::int) from sizes"),
    ("three or more", 100, "select avg((n >= 3)::int) from sizes"),
    ("twins, in 1,000 maternities", 1000,
     "select avg((n > 1)::int) from (select count(*) as n from people join (select distinct"
     " family_id, person_id from members where role = 'child') using (person_id)"
     " group by family_id, birth_date)"),
    ("absence, in 100 sessions", 100,
     f"select sum(authorised + unauthorised) / sum(possible) from school_term where end_date {SCHOOL_YEAR}"),
    ("of which unauthorised, in 100", 100,
     "select sum(unauthorised) / sum(authorised + unauthorised) from school_term"
     f" where end_date {SCHOOL_YEAR}"),
    ("suspensions, in 100 pupils", 100,
     "select 1.0 * count(*) / (select count(*) from taught) from suspension"
     f" where date {SCHOOL_YEAR}"),
    ("permanent exclusions, in 1,000 pupils", 1000,
     "select 1.0 * count(*) / (select count(*) from taught) from permanent_exclusion"
     f" where date {SCHOOL_YEAR}"),
    ("special needs support, in 100 pupils", 100, there("send_support", "pupils")),
    ("special needs plan, in 100 pupils", 100, there("ehc_plan", "pupils")),
    ("free school meals, in 100 pupils", 100, there("free_school_meals", "pupils")),
    ("good level of development, in 100", 100,
     f"select avg((good_level)::int) from early_years_profile where date {SCHOOL_YEAR}"),
    ("home education, in 100 children of 5 to 15", 100,
     "select 1.0 * count(distinct person_id) / (select count(*) from children where age between 5 and 15)"
     " from school_place join children using (person_id) where kind = 'home_education' and age"
     f" between 5 and 15 and {NOW}"),
    ("referrals to social care, in 10,000 children", 10000,
     counted("referral", "children", "service = 'social_care'")),
    ("enquiries, in 10,000", 10000, counted("section47", "children")),
    ("protection plans, in 10,000", 10000, there("cp_plan", "children")),
    ("looked after, in 10,000", 10000, there("looked_after", "children")),
    ("not in education, employment or training at 16 and 17, in 100", 100,
     "select 1.0 * count(distinct person_id) / (select count(*) from children where age >= 16)"
     f" from neet join children using (person_id) where age >= 16 and {NOW}"),
    ("homelessness duties, in 1,000 families", 1000,
     "select 1.0 * count(*) / (select count(*) from families) from (select distinct family_id,"
     " homeless.start_date from homeless join members using (person_id)"
     f" where homeless.start_date between {FROM} and {DAY})"),
    ("victims of domestic abuse, in 1,000 parents", 1000,
     "select 1.0 * count(distinct person_id) / (select sum(n) from parents) from domestic_incident"
     f" where role = 'victim' and {IN_YEAR}"),
    ("vaccinated, in 100 children of 2 to 4", 100,
     "select avg((up_to_date)::int) from (select person_id, arg_max(up_to_date, date) as up_to_date"
     f" from vaccinations where date <= {DAY} group by all)"
     " join children using (person_id) where age between 2 and 4"),
    ("families that moved or parted, in 100", 100,
     "select 1.0 * count(distinct family_id) / (select count(*) from families)"
     " from households join of_family using (person_id)"
     f" where start_date between {FROM} and {DAY} and start_date > birth_date"),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hearth", default=ROOT / "build/hearth", type=pathlib.Path)
    parser.add_argument("--families", default=20_000, type=int)
    parser.add_argument("--seed", default=7, type=int)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        council = pathlib.Path(name) / "council"
        subprocess.run([options.hearth, "simulate", "--families", str(options.families), "--seed",
                        str(options.seed), "--errors", "none", "--out", council], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        database = duckdb.connect()
        for path in sorted((council / "facts").glob("*.csv")):
            database.sql(f"create view \"{path.stem}\" as from read_csv('{path}', sample_size = -1)")
        database.sql(f"create view households as from read_csv('{council}/truth/households.csv')")
        database.sql(f"create view of_family as from read_csv('{council}/truth/people.csv')")
        database.execute(VIEWS)
        for title, scale, question in QUESTIONS:
            print(f"{title}: {scale * float(database.sql(question).fetchone()[0]):.1f}")


if __name__ == "__main__":
    main()
