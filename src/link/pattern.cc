#include "link/pattern.h"

#include <algorithm>

#include "link/similarity.h"

namespace hearth::link {
namespace {

constexpr std::size_t kRemembered = 1 << 14;  // a field: enough for what comes again, small enough
constexpr double kLooselyAlike = 0.9;         // of a name in the other's place
constexpr std::string_view kFemale = "f";
constexpr unsigned kValueBits = 28;  // of a value number that is remembered

std::optional<std::size_t> field_of(const Model& model, FieldKind kind) {
  const auto found = std::ranges::find(model.fields, kind, &Field::kind);
  if (found == model.fields.end()) return std::nullopt;
  return static_cast<std::size_t>(found - model.fields.begin());
}

std::optional<std::size_t> level_named(const Model& model, std::optional<std::size_t> field,
                                       Agreement agreement) {
  if (!field) return std::nullopt;
  const auto& levels = model.fields[*field].levels;
  const auto found = std::ranges::find(levels, agreement, &Level::agreement);
  if (found == levels.end()) return std::nullopt;
  return static_cast<std::size_t>(found - levels.begin());
}

}  // namespace

PairComparer::FieldTexts texts_of(const Sightings& sightings) {
  PairComparer::FieldTexts texts;
  for (const auto& field : sightings.fields) texts.push_back(field.values.get());
  return texts;
}

PairComparer::PairComparer(const Model& model, const Sightings& sightings)
    : PairComparer(model, texts_of(sightings)) {}

PairComparer::PairComparer(const Model& model, FieldTexts texts)
    : model_(model),
      texts_(std::move(texts)),
      memory_(model.fields.size()),
      forename_(field_of(model, FieldKind::Forename)),
      surname_(field_of(model, FieldKind::Surname)),
      sex_(field_of(model, FieldKind::Sex)),
      swapped_level_(level_named(model, forename_, Agreement::Swapped)),
      changed_level_(level_named(model, surname_, Agreement::Changed)) {
  for (const auto kind :
       {FieldKind::Uprn, FieldKind::Address, FieldKind::Postcode, FieldKind::Place}) {
    for (std::size_t i = 0; i < model.fields.size(); ++i) {
      if (model.fields[i].kind == kind) homes_.push_back(i);
    }
  }
}

// Numbers that two agencies gave are not compared.
std::size_t PairComparer::value_level(std::size_t field, ValueNumber a, ValueNumber b) {
  const auto& values = *texts_[field];
  const auto agency = [](std::string_view value) { return value.substr(0, value.find(' ')); };
  if (model_.fields[field].kind == FieldKind::AgencyNumber &&
      agency(values[a]) != agency(values[b])) {
    return kNotCompared;
  }
  return level_of(model_.fields[field], values[a], values[b], model_.nicknames);
}

std::size_t PairComparer::level(std::size_t field, ValueNumber a, ValueNumber b) {
  if (a == b) return 0;
  if (b < a) std::swap(a, b);
  if (b >> kValueBits != 0) return value_level(field, a, b);
  const auto pair = static_cast<std::uint64_t>(a) << kValueBits | b;
  auto& memory = memory_[field];
  if (memory.empty()) memory.resize(kRemembered);
  auto& remembered = memory[mixed(a, b) % kRemembered];
  if (remembered >> 8 != pair) remembered = pair << 8 | value_level(field, a, b);
  return remembered & 0xFF;
}

bool PairComparer::last_level(Pattern pattern, std::size_t field) const {
  return told(pattern, field) == model_.fields[field].levels.size();
}

// Each one's first forename is the other's surname; one of the two may be a nickname or a slip.
bool PairComparer::names_swapped(const ValueNumber* a, const ValueNumber* b) const {
  const auto& names = *texts_[*forename_];
  const auto first = [&](const ValueNumber* row) {
    const auto name = names[row[*forename_]];
    return name.substr(0, name.find(' '));
  };
  const auto last = [&](const ValueNumber* row) { return names[row[*surname_]]; };
  const auto loosely = [&](std::string_view x, std::string_view y) {
    return x == y || model_.nicknames.share(x, y) || jaro_winkler(x, y) >= kLooselyAlike;
  };
  if (first(a) == last(b)) return loosely(first(b), last(a));
  return first(b) == last(a) && loosely(first(a), last(b));
}

// What is a question about both names, or about name and sex.
void PairComparer::tell_names(const ValueNumber* a, const ValueNumber* b, Pattern& pattern) const {
  if (!surname_ || !last_level(pattern, *surname_)) return;
  const auto without_surname = pattern & ~(kPatternMask << (kPatternBits * *surname_));
  if (forename_ && swapped_level_ && last_level(pattern, *forename_) && names_swapped(a, b)) {
    pattern = (without_surname & ~(kPatternMask << (kPatternBits * *forename_))) |
              telling(*forename_, *swapped_level_);
    return;
  }
  if (!sex_ || !changed_level_ || a[*sex_] == 0 || a[*sex_] != b[*sex_]) return;
  if ((*texts_[*sex_])[a[*sex_]] == kFemale) {
    pattern = without_surname | telling(*surname_, *changed_level_);
  }
}

void PairComparer::tell_home_once(Pattern& pattern) const {
  std::optional<std::size_t> kept;
  for (const auto field : homes_) {
    if (told(pattern, field) == 0) continue;
    kept = field;
    if (!last_level(pattern, field)) break;
  }
  for (const auto field : homes_) {
    if (kept && field != *kept) pattern &= ~(kPatternMask << (kPatternBits * field));
  }
}

Pattern PairComparer::compare(const ValueNumber* a, const ValueNumber* b) {
  Pattern pattern = 0;
  for (std::size_t i = 0; i < memory_.size(); ++i) {
    if (a[i] == 0 || b[i] == 0) continue;
    if (const auto told = level(i, a[i], b[i]); told != kNotCompared) pattern |= telling(i, told);
  }
  tell_names(a, b, pattern);
  tell_home_once(pattern);
  return pattern;
}

Pattern PairComparer::compare(const Sightings& rows, RowNumber a, RowNumber b) {
  std::array<ValueNumber, kMostFields> of_a{}, of_b{};
  for (std::size_t i = 0; i < memory_.size(); ++i) {
    of_a[i] = rows.fields[i].of_row[a];
    of_b[i] = rows.fields[i].of_row[b];
  }
  return compare(of_a.data(), of_b.data());
}

}  // namespace hearth::link
