#include "base/late_library.h"

#include <dlfcn.h>

namespace hearth {

std::optional<LateLibrary> LateLibrary::open(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (void* handle = ::dlopen(name, RTLD_LAZY | RTLD_LOCAL)) return LateLibrary(handle);
  }
  return std::nullopt;
}

void* LateLibrary::address_of(const char* name) const { return ::dlsym(handle_, name); }

}  // namespace hearth
