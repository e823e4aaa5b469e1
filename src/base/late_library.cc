#include "base/late_library.h"

#include <dlfcn.h>
#include <fmt/format.h>

namespace hearth {

std::optional<LateLibrary> LateLibrary::open(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (void* handle = ::dlopen(name, RTLD_LAZY | RTLD_LOCAL)) return LateLibrary(name, handle);
  }
  return std::nullopt;
}

void* LateLibrary::address_of(const char* name) {
  void* address = ::dlsym(handle_, name);
  if (address == nullptr && missing_.empty()) missing_ = name;
  return address;
}

Result<void> LateLibrary::found_all() const {
  if (missing_.empty()) return {};
  return failed(fmt::format("{} is too old for this hearth: it has no {}", name_, missing_));
}

}  // namespace hearth
