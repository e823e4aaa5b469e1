// The tables of a casebook, in words that SQLite and PostgreSQL both take. See docs/store.md.
#pragma once

#include <array>

namespace hearth {

inline constexpr int kStoreFormat = 2;

inline constexpr std::array kCasebookTables = {
    "create table store (format bigint not null, made_on text not null)",

    "create table load (load bigint primary key, feed text not null, source text not null,"
    " term text not null, first_day text not null, last_day text not null, known_on text not null,"
    " loaded_on text not null, mends bigint not null, content text not null unique,"
    " seal text not null)",

    "create table load_file (load bigint not null references load (load), file text not null,"
    " bytes bigint not null, sha256 text not null, primary key (load, file))",

    "create table segment (load bigint not null references load (load), name text primary key,"
    " kind text not null, row_count bigint not null, bytes bigint not null, sha256 text not null)",

    "create table covered (load bigint not null references load (load),"
    " record_type text not null, first_day text not null, last_day text not null,"
    " primary key (load, record_type, first_day))",

    "create table outcome (load bigint not null references load (load), file text not null,"
    " feed_table text not null, outcome text not null, row_count bigint not null,"
    " primary key (load, file, feed_table, outcome))",

    "create table filled (load bigint not null references load (load), feed_table text not null,"
    " feed_column text not null, row_count bigint not null,"
    " primary key (load, feed_table, feed_column))",

    "create index segment_load on segment (load)",
};

// Made by the first run of the linker.
inline constexpr std::array kPeopleTables = {
    "create table if not exists link_model (model bigint primary key, learnt_on text not null,"
    " loads bigint not null, rules text not null, toml text not null)",

    "create table if not exists link_run (run bigint primary key, day text not null,"
    " model bigint not null references link_model (model), loads bigint not null,"
    " last_event bigint not null, last_person text not null, seal text not null)",

    "create table if not exists person_event (event bigint primary key,"
    " run bigint not null references link_run (run), day text not null, what text not null,"
    " person_id text not null, other_id text not null, about bigint not null,"
    " said_by text not null, because text not null)",

    "create table if not exists sighted (load bigint not null, part bigint not null,"
    " row_number bigint not null, event bigint not null references person_event (event),"
    " primary key (load, part, row_number))",

    "create table if not exists person_event_row (event bigint not null references person_event"
    " (event), load bigint not null, part bigint not null, row_number bigint not null,"
    " primary key (event, load, part, row_number))",

    "create index if not exists person_event_run on person_event (run)",
    // Of the few events that did not find rows, and of those the ones that are not of doubt. Whose
    // each of all the events is has no index any more: a day's would be written all over it.
    "drop index if exists person_event_person",
    "create index if not exists person_event_decided on person_event (event)"
    " where what not in ('founded', 'attached')",
    "create index if not exists person_event_proposed on person_event (event)"
    " where what not in ('founded', 'attached', 'doubted', 'doubt_ended')",
    "create index if not exists person_event_decided_person on person_event (person_id)"
    " where what not in ('founded', 'attached')",
    "create index if not exists sighted_event on sighted (event)",
};

// Made by the first look at families or people.
inline constexpr std::array kLookTables = {
    "create table if not exists look (look bigint primary key, day text not null,"
    " said_by text not null, what text not null, seal text not null)",

    "create table if not exists look_person (look bigint not null references look (look),"
    " person_id text not null, primary key (look, person_id))",

    // An empty id: all families.
    "create table if not exists look_family (look bigint not null references look (look),"
    " family_id text not null, primary key (look, family_id))",
};

// Made by the first run that forms families.
inline constexpr std::array kFamilyTables = {
    "create table if not exists family_run (run bigint primary key, day text not null,"
    " people_run bigint not null, loads bigint not null, seal text not null)",

    "create table if not exists family (run bigint not null references family_run (run),"
    " family_id text not null, first_day text not null, last_day text not null,"
    " primary key (family_id, run))",

    "create table if not exists family_member (run bigint not null, family_id text not null,"
    " member bigint not null, person_id text not null, role text not null,"
    " first_day text not null, last_day text not null, resident text not null,"
    " because text not null, with_id text not null, told_by text not null,"
    " primary key (family_id, run, member), foreign key (family_id, run) references family"
    " (family_id, run))",

    "create table if not exists family_event (run bigint not null, family_id text not null,"
    " event bigint not null, day text not null, what text not null, other_id text not null,"
    " primary key (family_id, run, event), foreign key (family_id, run) references family"
    " (family_id, run))",

    "create table if not exists family_decision (run bigint primary key references family_run"
    " (run), day text not null, what text not null, person_id text not null,"
    " other_id text not null, first_day text not null, last_day text not null,"
    " said_by text not null, because text not null)",

    "create index if not exists family_by_run on family (run)",
    "create index if not exists family_member_run on family_member (run)",
    "create index if not exists family_event_run on family_event (run)",
};

}  // namespace hearth
