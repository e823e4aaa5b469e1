#!/usr/bin/env python3
"""Splink on one data set, with the settings of its own published demo for it.

rival.py SET OUT GIB FILE…   SET is historical, fake, febrl4 or council.

Writes OUT-clusters.csv (row_id, cluster_id) and OUT-pairs.parquet (row_id_a, row_id_b, probability), and
says the demo's thresholds. What is too much for memory goes to the disk, GIB at most. The `council` set
has no demo: it takes the one for historical people, the nearest, with that demo's comparisons on the council's columns, and the numbers of a person: the three
that an authority gives, and the agency's own.
"""

import sys

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on


def historical(connection, files):
    connection.sql(f"""create table people as select *, first_name || ' ' || surname as
        first_name_surname_concat from read_parquet('{files[0]}')""")
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            block_on("substr(postcode_fake,1,3)", "dob"),
            block_on("substr(postcode_fake,1,3)", "first_name"),
            block_on("substr(postcode_fake,1,3)", "surname"),
            block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison(
                "first_name", "surname",
                forename_surname_concat_col_name="first_name_surname_concat"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ])
    return {
        "tables": ["people"], "settings": settings,
        "deterministic": [block_on("first_name", "surname", "dob"),
                          block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
                          block_on("dob", "postcode_fake")],
        "recall": 0.6, "u_pairs": 1e7,
        "sessions": [block_on("first_name", "surname"), block_on("dob")],
        "predict": {}, "cluster_at": 0.95, "id": "unique_id"}


def fake(connection, files):
    connection.sql(f"create table people as select * from read_csv('{files[0]}')")
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("first_name"), block_on("surname"), block_on("dob"), block_on("email")],
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname"),
            cl.DateOfBirthComparison("dob", input_is_string=False),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ])
    return {
        "tables": ["people"], "settings": settings,
        "deterministic": [
            "l.first_name = r.first_name and levenshtein(r.dob::varchar, l.dob::varchar) <= 1",
            "l.surname = r.surname and levenshtein(r.dob::varchar, l.dob::varchar) <= 1",
            "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
            "l.email = r.email"],
        "recall": 0.7, "u_pairs": 1e6,
        "sessions": [block_on("dob"), block_on("email"), block_on("first_name", "surname")],
        "predict": {}, "cluster_at": 0.5, "id": "unique_id"}


def febrl4(connection, files):
    for name, file in zip(("table_a", "table_b"), files):
        head = connection.sql(f"select * from read_csv('{file}', all_varchar = true) limit 0").columns
        columns = ", ".join(f'nullif(trim("{c}"), \'\') as "{c.strip()}"' for c in head)
        connection.sql(f"create table {name} as select {columns} from read_csv('{file}', "
                       "all_varchar = true)")
    settings = SettingsCreator(
        unique_id_column_name="rec_id",
        link_type="link_only",
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"),
            "l.given_name = r.surname and l.surname = r.given_name",
            block_on("date_of_birth"), block_on("soc_sec_id"), block_on("state", "address_1"),
            block_on("street_number", "address_1"), block_on("postcode")],
        comparisons=[
            cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d",
                                     invalid_dates_as_null=True),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(
                term_frequency_adjustments=True),
        ])
    return {
        "tables": ["table_a", "table_b"], "settings": settings,
        "deterministic": [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
        "recall": 0.8, "u_pairs": 1e6,
        "sessions": [block_on("date_of_birth"), block_on("postcode")],
        "predict": {"threshold_match_probability": 0.2}, "cluster_at": 0.99, "id": "rec_id"}

SAME_NUMBERS = ("children-in-need", "looked-after", "social-care-people", "family-context-social-care")


def council(connection, files):
    connection.sql(f"""create table people as select * exclude role, forename || ' ' || surname as
        forename_surname_concat, case when feed in {SAME_NUMBERS} then 'social-care' else feed end
        || ' ' || local_id as agency_number, nullif(role, 'other') as role from read_csv('{files[0]}', all_varchar = true)""")
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="row_id",
        blocking_rules_to_generate_predictions=[
            block_on("substr(forename,1,3)", "substr(surname,1,4)", "substr(birth_date,1,4)"),
            block_on("surname", "birth_date"),
            block_on("forename", "birth_date"),
            block_on("postcode", "forename"),
            block_on("postcode", "surname"),
            block_on("birth_date", "substr(postcode,1,4)"),
            block_on("nhs_number"), block_on("upn"), block_on("nino"), block_on("agency_number"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison(
                "forename", "surname", forename_surname_concat_col_name="forename_surname_concat"),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.PostcodeComparison("postcode"),
            cl.ExactMatch("sex"),
            cl.ExactMatch("nhs_number"),
            cl.ExactMatch("upn"),
            cl.ExactMatch("nino"),
            cl.ExactMatch("agency_number"),
            cl.ExactMatch("role"),
        ])
    return {
        "tables": ["people"], "settings": settings,
        "deterministic": [block_on("forename", "surname", "birth_date"), block_on("nhs_number"),
                          block_on("upn"), block_on("nino"), block_on("agency_number")],
        "recall": 0.6, "u_pairs": 1e7,
        "sessions": [block_on("forename", "surname"), block_on("birth_date")],
        "predict": {"threshold_match_probability": 0.01}, "cluster_at": 0.95, "id": "row_id"}


SETS = {"historical": historical, "fake": fake, "febrl4": febrl4, "council": council}


def main(name, out, gib, *files):
    connection = duckdb.connect()
    connection.sql("set threads = 2")
    connection.sql("set memory_limit = '10GB'")  # beyond, DuckDB uses the disk
    connection.sql(f"set temp_directory = '{out}-temp'")
    connection.sql(f"set max_temp_directory_size = '{gib}GiB'")
    demo = SETS[name](connection, files)
    api = DuckDBAPI(connection)
    linker = Linker(demo["tables"], demo["settings"], api)
    linker.training.estimate_probability_two_random_records_match(
        demo["deterministic"], recall=demo["recall"])
    linker.training.estimate_u_using_random_sampling(max_pairs=demo["u_pairs"], seed=5)
    for rule in demo["sessions"]:
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True)
    pairs = linker.inference.predict(**demo["predict"])
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        pairs, threshold_match_probability=demo["cluster_at"])
    row = demo["id"]
    connection.sql(f"""copy (select {row}_l as row_id_a, {row}_r as row_id_b,
        match_probability as probability from {pairs.physical_name}) to '{out}-pairs.parquet'""")
    connection.sql(f"""copy (select {row} as row_id, cluster_id from {clusters.physical_name})
        to '{out}-clusters.csv'""")


if __name__ == "__main__":
    main(*sys.argv[1:])
