// Who a condition is about: `any child aged 10 to 17 who on school_place:`.
#include <algorithm>
#include <array>

#include "language/parse.h"

namespace hearth::written {
namespace {

constexpr std::array<std::string_view, 5> kKinds{"adult", "child", "dependent child", "parent",
                                                 "member"};

bool at_kind(const Reader& reader, std::size_t ahead) {
  if (reader.at("dependent", ahead)) return reader.at("child", ahead + 1);
  for (const auto kind : kKinds) {
    if (reader.at(kind, ahead)) return true;
  }
  return false;
}

Kind parse_kind(Reader& reader) {
  if (reader.accept("adult")) return Kind::Adult;
  if (reader.accept("child")) return Kind::Child;
  if (reader.accept_words("dependent", "child")) return Kind::DependentChild;
  if (reader.accept("parent")) return Kind::Parent;
  if (reader.accept("member")) return Kind::Member;
  reader.unknown_word("a kind of person", kKinds);
  return Kind::Member;
}

Quantifier parse_quantifier(Reader& reader) {
  if (reader.accept("any")) return Quantifier::Any;
  if (reader.accept("every")) return Quantifier::Every;
  reader.expect("no");
  return Quantifier::No;
}

void parse_ages(Reader& reader, Who& who) {
  if (!reader.accept("aged")) return;
  who.age_from = parse_whole(reader, "an age in whole years");
  reader.expect("to");
  who.age_to = parse_whole(reader, "an age in whole years");
}

Who parse_who(Reader& reader) {
  const auto first = reader.position();
  Who who;
  const bool any_in_need = reader.at_words("any", "person");
  if (any_in_need || reader.at("each")) {
    reader.take();
    who.quantifier = any_in_need ? Quantifier::AnyInNeed : Quantifier::EachInNeed;
    reader.expect("person");
    reader.expect("in");
    reader.expect("need");
  } else {
    who.quantifier = parse_quantifier(reader);
    who.kind = parse_kind(reader);
    parse_ages(reader, who);
    if (reader.accept("who")) who.condition = parse_condition(reader, Reach::ToNextWho);
  }
  who.span = reader.span_from(first);
  return who;
}

}  // namespace

bool at_who(const Reader& reader, std::size_t ahead) {
  if (reader.at("any", ahead)) return !reader.at("of", ahead + 1);
  if (reader.at("every", ahead) || reader.at("each", ahead)) return true;
  return reader.at("no", ahead) && at_kind(reader, ahead + 1);
}

ConditionId parse_who_condition(Reader& reader) {
  const auto first = reader.position();
  const auto who = parse_who(reader);
  reader.expect(TokenKind::Colon, "`:`");
  if (reader.failed()) return add_condition(reader, first, Invalid{});
  const auto body = parse_condition(reader, Reach::ToNextWho);
  return add_condition(reader, first, People{who, body});
}

}  // namespace hearth::written
