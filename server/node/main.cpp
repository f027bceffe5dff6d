// confabd: the chat server without a window.

#include "node/program.h"

int main(int argc, char *argv[])
{
    return node::runProgram(argc, argv);
}
