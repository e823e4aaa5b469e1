// The tables of a casebook, in words that SQLite and PostgreSQL both take. See docs/store.md.
#pragma once

#include <array>

namespace hearth {

inline constexpr int kStoreFormat = 1;

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
};

}  // namespace hearth
