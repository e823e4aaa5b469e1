#include <fmt/format.h>

#include <random>

#include "link/identifiers.h"
#include "link/made_up_people.h"

namespace hearth::link {
namespace {

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return random_() % bound; }
  bool happens(double chance) { return static_cast<double>(below(1'000'000)) < chance * 1e6; }

  std::string word(std::size_t syllables) {
    static const std::string kFirst = "bcdfghjklmnprstw", kThen = "aeiou";
    std::string text;
    for (std::size_t i = 0; i < syllables; ++i) {
      text += kFirst[below(kFirst.size())];
      text += kThen[below(kThen.size())];
    }
    return text + kFirst[below(kFirst.size())];
  }

  std::string nhs_number() {
    for (;;) {
      const auto body = fmt::format("4{:08}", below(100'000'000));
      for (char last = '0'; last <= '9'; ++last) {
        if (is_nhs_number(body + last)) return body + last;
      }
    }
  }

  std::string birth_date() {
    return fmt::format("{:04}-{:02}-{:02}", 1950 + below(70), 1 + below(12), 1 + below(28));
  }

  std::string postcode() {
    return fmt::format("XY{} {}{}{}", 1 + below(9), below(10), char('A' + below(20)),
                       char('A' + below(20)));
  }

  std::string with_slip(std::string text) {
    if (text.size() > 2) text[1 + below(text.size() - 1)] = static_cast<char>('a' + below(26));
    return text;
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace

std::vector<MadeUpRow> made_up_rows(std::size_t people, std::uint64_t seed) {
  Maker make(seed);
  std::vector<std::string> forenames, surnames;
  for (int i = 0; i < 60; ++i) forenames.push_back(make.word(2));
  for (int i = 0; i < 150; ++i) surnames.push_back(make.word(2 + make.below(2)));
  std::vector<MadeUpRow> rows;
  for (std::size_t i = 0; i < people; ++i) {
    const MadeUpRow person{std::to_string(i),
                           forenames[make.below(forenames.size())],
                           surnames[make.below(surnames.size())],
                           make.birth_date(),
                           make.postcode(),
                           make.nhs_number()};
    for (std::size_t copies = 1 + make.below(3); copies > 0; --copies) {
      auto row = person;
      if (make.happens(0.1)) row.forename = make.with_slip(row.forename);
      if (make.happens(0.1)) row.surname = make.with_slip(row.surname);
      if (make.happens(0.1)) row.postcode = make.postcode();
      if (make.happens(0.05)) row.birth_date.clear();
      if (make.happens(0.5)) row.nhs_number.clear();
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::string csv_text(const std::vector<MadeUpRow>& rows, const std::vector<std::size_t>& order) {
  std::string text = "id,forename,surname,birth_date,postcode,nhs_number\n";
  for (const auto i : order) {
    const auto& row = rows[i];
    text += fmt::format("{},{},{},{},{},{}\n", i + 1, row.forename, row.surname, row.birth_date,
                        row.postcode, row.nhs_number);
  }
  return text;
}

}  // namespace hearth::link
