#include "families/told_people.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "link/clean.h"

namespace hearth::families {

PersonNumber ToldPeople::add(std::string_view id) {
  const auto person = ids_.number(id) - 1;  // 0 is the empty text
  if (person >= about_.size()) about_.emplace_back();
  return person;
}

void ToldPeople::count(std::vector<Said>& said, std::uint32_t value) {
  const auto at = std::ranges::find(said, value, &Said::value);
  at == said.end() ? said.push_back({value, 1}) : void(++at->times);
}

void ToldPeople::describe(PersonNumber person, std::optional<Date> born, std::optional<Date> died,
                          std::string_view sex, std::string_view surname) {
  auto& about = about_[person];
  if (born) count(about.born, std::bit_cast<std::uint32_t>(born->days));
  if (died && (!about.died || *died < *about.died)) about.died = died;
  if (!sex.empty()) count(about.sex, words_.number(sex));
  if (!surname.empty()) {
    count(about.surname, words_.number(link::clean(link::FieldKind::Surname, surname)));
  }
}

std::vector<ToldPerson> ToldPeople::people() {
  // Of equally frequent values the first as a text or a day, so that no order of rows matters.
  const auto word = [&](const std::vector<Said>& said) {
    const auto best = std::ranges::min_element(said, {}, [&](const Said& one) {
      return std::pair(-static_cast<std::int64_t>(one.times), words_[one.value]);
    });
    return best == said.end() ? 0 : best->value;
  };
  const auto birth = [](const std::vector<Said>& said) -> std::optional<Date> {
    const auto best = std::ranges::min_element(said, {}, [](const Said& one) {
      return std::pair(-static_cast<std::int64_t>(one.times),
                       std::bit_cast<std::int32_t>(one.value));
    });
    if (best == said.end()) return std::nullopt;
    return Date{std::bit_cast<std::int32_t>(best->value)};
  };
  std::vector<PersonNumber> order(about_.size());
  std::iota(order.begin(), order.end(), PersonNumber{0});
  std::ranges::sort(order, {}, [&](PersonNumber person) { return ids_[person + 1]; });
  std::vector<ToldPerson> people;
  number_of_.resize(order.size());
  for (const auto person : order) {
    number_of_[person] = static_cast<PersonNumber>(people.size());
    const auto& about = about_[person];
    people.push_back({std::string(ids_[person + 1]), birth(about.born), about.died,
                      std::string(words_[word(about.sex)]), word(about.surname)});
  }
  return people;
}

}  // namespace hearth::families
