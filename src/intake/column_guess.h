// What a column of an unknown file seems to hold, by its heading and the cells of some hundred
// rows.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "intake/date_pattern.h"

namespace hearth {

class ColumnGuess {
 public:
  explicit ColumnGuess(std::string heading) : heading_(std::move(heading)) {}

  void see(std::string_view cell);

  const std::string& heading() const { return heading_; }
  // The key of a person that the column would be: `surname`, `upn`, `birth_date`; empty: none.
  std::string person_key() const;
  std::string days() const;  // the pattern all filled cells are written in; or empty
  bool is_number() const { return filled_ > 0 && numbers_ == filled_; }
  std::vector<std::string> codes() const;  // if a few words come again and again; or none
  bool looks_like_an_id() const;           // by its heading: `Case No`, `nominal_id`
  bool is_empty() const { return filled_ == 0; }

 private:
  bool mostly(int count) const { return filled_ > 0 && count * 10 >= filled_ * 9; }

  std::string heading_;
  int filled_ = 0, numbers_ = 0, postcodes_ = 0;
  int upns_ = 0, nhs_numbers_ = 0, ninos_ = 0;
  std::vector<bool> fits_;  // by pattern
  std::set<std::string, std::less<>> words_;
};

}  // namespace hearth
