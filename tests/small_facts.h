// A small catalogue and a sound facts folder, for tests that then spoil one file of it.
#pragma once

#include "facts/read_facts.h"
#include "temporary_folder.h"

namespace hearth {

inline Field a_field(std::string name, FieldKind kind) {
  Field field;
  field.name = std::move(name);
  field.kind = kind;
  return field;
}

inline Field a_number(std::string name, double least, std::optional<double> most = {}) {
  auto field = a_field(std::move(name), FieldKind::Number);
  field.least = least;
  field.most = most;
  return field;
}

inline Field a_code(std::string name, std::vector<std::string> codes, bool open) {
  auto field = a_field(std::move(name), FieldKind::Code);
  field.codes = std::move(codes);
  field.open = open;
  return field;
}

inline RecordType a_type(std::string name, Shape shape, std::vector<Field> fields) {
  RecordType type;
  type.name = std::move(name);
  type.shape = shape;
  type.fields = std::move(fields);
  return type;
}

inline Catalogue small_catalogue() {
  Catalogue catalogue;
  catalogue.record_types = {
      a_type("suspension", Shape::Event,
             {a_number("days", 0, 200), a_code("kind", {"fixed", "lunchtime"}, false)}),
      a_type("school_term", Shape::Term,
             {a_number("possible", 0), a_number("authorised", 0), a_number("unauthorised", 0)}),
      a_type("pregnancy", Shape::Spell,
             {a_field("due", FieldKind::Date), a_code("result", {"first"}, true)}),
      a_type("debt", Shape::Reading, {a_field("amount", FieldKind::Money)}),
      a_type("score", Shape::Reading,
             {a_code("instrument", {"first"}, true), a_field("value", FieldKind::Number)}),
      a_type("statement", Shape::Statement,
             {a_code("topic", {"first"}, true), a_field("about", FieldKind::Text),
              a_field("signed", FieldKind::Flag)}),
  };
  catalogue.record_types[1].checks = {{{FieldId(1), FieldId(2)}, FieldId(0)}};
  catalogue.record_types[5].always_covered = true;
  catalogue.instruments = {{"scale", "A scale", 0, 40, false, 1}};
  return catalogue;
}

class SmallFolder {
 public:
  SmallFolder() {
    write("people.csv", "person_id,birth_date,sex,death_date\nP1,1987-05-04,F,\nP2,2012-03-01,,\n");
    write("families.csv", "family_id,started_on\nF1,2024-09-02\n");
    write("members.csv", "family_id,person_id,role\nF1,P1,parent\nF1,P2,child\n");
  }

  void write(std::string_view name, std::string_view bytes) { folder_.write(name, bytes); }
  void remove(std::string_view name) { std::filesystem::remove(folder_.path() / name); }
  std::filesystem::path path() const { return folder_.path(); }

  ReadFacts read(std::optional<Date> known_by = std::nullopt) const {
    return read_facts(folder_.path().string(), small_catalogue(),
                      {.known_by = known_by, .threads = 2})
        .value();
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace hearth
