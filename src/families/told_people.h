// People as many rows describe them: of a birth date, a sex or a surname what most rows say.
#pragma once

#include <string_view>
#include <vector>

#include "families/told.h"
#include "link/texts.h"

namespace hearth::families {

class ToldPeople {
 public:
  PersonNumber add(std::string_view id);  // numbered by first sight
  void describe(PersonNumber person, std::optional<Date> born, std::optional<Date> died,
                std::string_view sex, std::string_view surname);

  // In order of ids; `number_of` then answers what each has become.
  std::vector<ToldPerson> people();
  PersonNumber number_of(PersonNumber added) const { return number_of_[added]; }

 private:
  struct Said {
    std::uint32_t value;  // days or a text's number, by kind
    std::uint32_t times;
  };
  struct About {
    std::vector<Said> born, sex, surname;
    std::optional<Date> died;
  };
  static void count(std::vector<Said>& said, std::uint32_t value);

  link::NumberedTexts ids_, words_;
  std::vector<About> about_;
  std::vector<PersonNumber> number_of_;
};

}  // namespace hearth::families
