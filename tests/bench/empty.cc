// The floor of every start: a static program that does nothing.
int main() { return 0; }
