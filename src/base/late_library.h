// A shared library that is loaded when something of it is first needed.
//
// What a program is linked with the system loads, and looks up name by name, whenever it starts:
// for a large library that takes longer than most of what hearth is asked. So the two large ones
// are not linked with. Their functions are found by name here; of which type each is, their headers
// say.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "base/result.h"

namespace hearth {

class LateLibrary {
 public:
  // The first of these files that can be loaded; it stays until the process ends. A name without a
  // folder is looked for where the system has its libraries.
  static std::optional<LateLibrary> open(std::initializer_list<const char*> names);

  // The function of that name; null if there is none.
  template <typename Function>
  void find(const char* name, Function*& function) {
    function = reinterpret_cast<Function*>(address_of(name));
  }
  Result<void> found_all() const;  // that were looked for

 private:
  LateLibrary(const char* name, void* handle) : name_(name), handle_(handle) {}
  void* address_of(const char* name);

  std::string name_;
  void* handle_;
  std::string missing_;  // the first that was
};

}  // namespace hearth
