from extractor.evaluate.memory import peak_memory

MIB = 1 << 20


def test_memory_held_for_a_while_and_given_back_is_in_the_peak():
    with peak_memory() as idle:
        pass
    with peak_memory() as peak:
        held = bytearray(b"x" * (64 * MIB))
        peak.look()
        del held

    assert peak.bytes > idle.bytes + 48 * MIB
