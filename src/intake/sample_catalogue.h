// The record types that the feeds in feeds/ need, for tests and fuzzing: a stand-in for the
// catalogue document, which is read two floors up.
#pragma once

#include "facts/catalogue.h"

namespace hearth {

inline Field sample_field(std::string name, FieldKind kind, std::vector<std::string> codes = {}) {
  Field field;
  field.name = std::move(name);
  field.kind = kind;
  field.codes = std::move(codes);
  return field;
}

inline Field sample_number(std::string name, double least, double most) {
  auto field = sample_field(std::move(name), FieldKind::Number);
  field.least = least;
  field.most = most;
  return field;
}

inline RecordType sample_type(std::string name, Shape shape, std::vector<Field> fields = {}) {
  RecordType type;
  type.name = std::move(name);
  type.shape = shape;
  type.fields = std::move(fields);
  return type;
}

inline Catalogue sample_catalogue() {
  auto school_term =
      sample_type("school_term", Shape::Term,
                  {sample_number("possible", 0, 999), sample_number("authorised", 0, 999),
                   sample_number("unauthorised", 0, 999)});
  school_term.checks.push_back({{FieldId(1), FieldId(2)}, FieldId(0)});
  auto service = sample_field("service", FieldKind::Code, {"social_care", "early_help", "health"});
  service.open = true;
  Catalogue catalogue;
  catalogue.record_types = {
      sample_type("school_place", Shape::Spell,
                  {sample_field("kind", FieldKind::Code, {"school", "home_education", "none"}),
                   sample_field("suitable", FieldKind::Flag)}),
      school_term,
      sample_type("suspension", Shape::Event, {sample_number("days", 0, 45)}),
      sample_type("permanent_exclusion", Shape::Event),
      sample_type("referral", Shape::Event, {service}),
      sample_type("section47", Shape::Event, {sample_field("substantiated", FieldKind::Flag)}),
      sample_type("cin_plan", Shape::Spell),
      sample_type("cp_plan", Shape::Spell),
      sample_type("pregnancy", Shape::Spell, {sample_field("due", FieldKind::Date)}),
  };
  return catalogue;
}

}  // namespace hearth
