// Families told of in a line each, for tests: who was at which address when, by which agency.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "facts/role_word.h"
#include "families/form_families.h"

namespace hearth::families {

inline Date day(const std::string& text) { return *parse_date(text); }

class Book {
 public:
  PersonNumber person(const std::string& name) {
    const auto [at, added] = people_.try_emplace(name, static_cast<PersonNumber>(people_.size()));
    if (added) told_.people.push_back({name, std::nullopt, std::nullopt, "", 0});
    return at->second;
  }
  Book& born(const std::string& name, const std::string& on) {
    told_.people[person(name)].born = day(on);
    return *this;
  }
  Book& died(const std::string& name, const std::string& on) {
    told_.people[person(name)].died = day(on);
    return *this;
  }
  Book& place(const std::string& name, PlaceKind kind) {
    told_.places[at(name)] = kind;
    return *this;
  }
  // `names` parted by spaces. Each day by each person's own record at the agency.
  Book& tell(const std::string& names, const std::string& place, const std::string& on,
             const std::string& source = "school") {
    each(names, [&](const std::string& name) {
      ToldHome home{person(name), at(place), day(on), number(sources_, source), 0, false, 0};
      home.record = number(records_, source + name);
      home.is_protected = protects_;
      home.household = household_;
      told_.homes.push_back(home);
    });
    return *this;
  }
  // Every month from a day to a day: what an agency goes on telling.
  Book& tell_monthly(const std::string& names, const std::string& place, const std::string& from,
                     const std::string& to, const std::string& source = "school") {
    for (auto on = day(from); on <= day(to); on = on + 30) {
      tell(names, place, to_text(on), source);
    }
    return *this;
  }
  Book& protects(bool value) {
    protects_ = value;
    return *this;
  }
  Book& household(std::uint32_t number) {
    household_ = number;
    return *this;
  }
  Book& relation(const std::string& name, Relation relation, const std::string& other,
                 const std::string& from = "", const std::string& to = "") {
    told_.relationships.push_back({person(name), person(other), relation,
                                   from.empty() ? kBeginning : day(from),
                                   to.empty() ? kForever : day(to)});
    return *this;
  }
  Book& decide(const std::string& name, Ruling ruling, const std::string& other,
               const std::string& from = "") {
    told_.decisions.push_back(
        {person(name), person(other), ruling, from.empty() ? kBeginning : day(from), kForever});
    return *this;
  }

  Told& told() { return told_; }
  Families form() const { return form_families(told_); }

  // `ann ben(away) + cal` : the families of a day, members in the order of their names.
  std::string on(const std::string& when) const {
    const auto formed = form();
    std::set<std::string> families;
    for (const auto& family : formed.families) {
      std::set<std::string> members;
      for (const auto& member : family.members) {
        if (day(when) < member.first || member.last < day(when)) continue;
        members.insert(told_.people[member.person].id + (member.resident ? "" : "(away)"));
      }
      std::string text;
      for (const auto& member : members) text += (text.empty() ? "" : " ") + member;
      if (!text.empty()) families.insert(text);
    }
    std::string text;
    for (const auto& family : families) text += (text.empty() ? "" : " + ") + family;
    return text;
  }

  // The family of which somebody is a resident that day.
  std::size_t family_of(const Families& formed, const std::string& name,
                        const std::string& when) const {
    for (std::size_t i = 0; i < formed.families.size(); ++i) {
      for (const auto& member : formed.families[i].members) {
        if (told_.people[member.person].id == name && member.resident &&
            member.first <= day(when) && day(when) <= member.last) {
          return i;
        }
      }
    }
    return SIZE_MAX;
  }
  const Membership& membership(const Families& formed, const std::string& name,
                               const std::string& when) const {
    for (const auto& member : formed.families[family_of(formed, name, when)].members) {
      if (told_.people[member.person].id == name && member.first <= day(when) &&
          day(when) <= member.last) {
        return member;
      }
    }
    std::abort();
  }

 private:
  template <typename Take>
  static void each(const std::string& names, Take take) {
    std::string name;
    for (const char c : names + ' ') {
      if (c != ' ') {
        name += c;
      } else if (!name.empty()) {
        take(std::exchange(name, {}));
      }
    }
  }
  template <typename Number = SourceNumber>
  static Number number(std::map<std::string, Number>& known, const std::string& name) {
    return known.try_emplace(name, static_cast<Number>(known.size())).first->second;
  }
  PlaceNumber at(const std::string& name) {
    const auto found = number(places_, name);
    if (found >= told_.places.size()) told_.places.resize(found + 1, PlaceKind::Home);
    return found;
  }

  Told told_;
  std::map<std::string, PersonNumber> people_;
  std::map<std::string, PlaceNumber> places_;
  std::map<std::string, SourceNumber> sources_;
  std::map<std::string, std::uint32_t> records_;
  bool protects_ = false;
  std::uint32_t household_ = 0;
};

}  // namespace hearth::families
