#include "author/completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "author/name_words.h"
#include "author/word_meanings.h"

namespace hearth {
namespace {

class Gathering {
 public:
  Gathering(const PlanReading& reading, const WordAt& place) : reading_(reading), place_(place) {}

  std::vector<Completion> gather() {
    add_field_values();
    if (place_.names_a("a field") || !after_test().empty()) add_fields();
    if (place_.names_a("a record type")) add_records();
    if (place_.names_a("a record type or a role")) add_record_types();
    if (place_.names_a("a condition")) add_conditions();
    if (place_.names_a("a measure")) add_declared(NameKind::Measure, CompletionKind::Measure);
    if (place_.names_a("a value")) add_values();
    if (place_.names_a("a person")) add_people();
    if (place_.names_a("a day such as 2024-04-01, or a term")) add_terms();
    if (place_.names_a("a ref, such as `2a`") && in_example()) add_refs();
    add_words();
    return std::move(list_);
  }

 private:
  bool in_example() const { return place_.block == FenceKind::Example; }

  std::vector<std::string> after_test() const {
    return place_.names_a("a condition") ? place_.records : std::vector<std::string>{};
  }

  void add(CompletionKind kind, const std::string& label, std::string detail, std::string about) {
    if (label.empty() || !labels_.insert(label).second) return;
    list_.push_back({kind, label, std::move(detail), std::move(about)});
  }

  void add_declared(NameKind kind, CompletionKind as) {
    for (const auto& name : reading_.names.all()) {
      if (name.kind == kind) add(as, name.name, first_line(name), words_of(reading_, name));
    }
  }

  static std::string first_line(const DeclaredName& name) {
    const auto text = name.tree->source->text(name.whole);
    return std::string(text.substr(0, text.find('\n')));
  }

  void add_record_types() {
    for (const auto& type : reading_.catalogue.record_types) {
      add(CompletionKind::RecordType, type.name, type.about, words_of(type));
    }
  }

  void add_records() {
    add_record_types();
    if (in_example()) return;
    add_definitions([](const written::Define& define) { return define.records.has_value(); });
  }

  template <typename Wanted>
  void add_definitions(const Wanted& wanted) {
    for (const auto& name : reading_.names.all()) {
      if (name.kind != NameKind::Definition) continue;
      if (!wanted(std::get<written::Define>(name.item->node))) continue;
      add(CompletionKind::Definition, name.name, first_line(name), words_of(reading_, name));
    }
  }

  void add_conditions() {
    add_definitions([](const written::Define& define) { return !define.records.has_value(); });
    add_declared(NameKind::Measure, CompletionKind::Measure);
    add_word("age");  // which the parser tells from a name by what follows
  }

  void add_fields() {
    for (const auto& of : fields_in_reach(reading_, place_)) {
      const auto detail = "of " + of.type->name;
      add(CompletionKind::Field, of.field->name, detail, words_of(of));
    }
  }

  void add_codes(const FieldOf& of) {
    const auto detail = fmt::format("{} of {}", of.field->name, of.type->name);
    for (const auto& code : of.field->codes) {
      const auto* instrument = reading_.catalogue.instrument(code);
      const bool scale = instrument && of.type->name == "score" && of.field->name == "instrument";
      add(CompletionKind::Code, code, scale ? instrument->title : detail,
          scale ? words_of(*instrument) : words_of(of));
    }
    if (of.field->kind != FieldKind::Flag) return;
    add(CompletionKind::Code, "yes", detail, words_of(of));
    add(CompletionKind::Code, "no", detail, words_of(of));
  }

  void add_field_values() {
    for (const auto& of : fields_of_value(reading_, place_)) add_codes(of);
  }

  void add_values() {
    for (const auto& name : reading_.names.all()) {
      if (name.kind != NameKind::Argument || name.of != place_.name) continue;
      add(CompletionKind::Name, name.name, "an argument of " + name.of, words_of(reading_, name));
    }
    if (in_example() || place_.tested || !place_.called.empty()) return;
    add_declared(NameKind::Parameter, CompletionKind::Parameter);
    add_declared(NameKind::Measure, CompletionKind::Measure);
  }

  void add_people() {
    for (const auto& name : reading_.names.all()) {
      if (name.kind != NameKind::Person || name.of != place_.item) continue;
      add(CompletionKind::Name, name.name, {}, words_of(reading_, name));
    }
  }

  void add_terms() {
    for (const auto& name : reading_.names.all()) {
      if (name.kind == NameKind::Term) add(CompletionKind::Name, name.name, "a school term", {});
    }
  }

  void add_refs() {
    for (const auto& name : reading_.names.all()) {
      if (name.kind != NameKind::Criterion) continue;
      const auto& criterion = std::get<written::Criterion>(name.item->node);
      add(CompletionKind::Name, name.name, criterion.title.text, words_of(reading_, name));
    }
    add(CompletionKind::Word, "eligible", "of the family", "Whether it qualifies on the day");
    add(CompletionKind::Word, "claim", "of the family", "Whether it may be claimed for on the day");
  }

  void add_words() {
    for (const auto& word : place_.words) add_word(word);
  }
  void add_word(const std::string& word) {
    add(CompletionKind::Word, word, {}, std::string(meaning_of(word, place_)));
  }

  const PlanReading& reading_;
  const WordAt& place_;
  std::vector<Completion> list_;
  std::set<std::string> labels_;
};

}  // namespace

Completions completions_at(const PlanReading& reading, std::uint32_t offset) {
  const auto* tree = reading.own();
  const auto place = tree ? place_at(*tree->source, offset) : std::nullopt;
  if (!place) return {{offset, 0}, {}};
  return {place->span, Gathering(reading, *place).gather()};
}

}  // namespace hearth
