namespace BriefingGen.Language.Neural;

/// <summary>
/// Sequences of different lengths laid out step by step: row <c>Start[t] + s</c> is step t of the s-th longest sequence,
/// so that at each step the sequences that still run stand together and make one product.
/// </summary>
internal sealed class SequenceBatch
{
    private int[] _order = [];
    private int[] _lengths = [];
    private int[] _start = [];

    /// <summary>Number of sequences.</summary>
    public int Count { get; private set; }

    /// <summary>Length of the longest.</summary>
    public int Steps { get; private set; }

    /// <summary>Rows in all.</summary>
    public int Rows { get; private set; }

    /// <summary>For each place the index of its sequence, longest first, equal ones in their order.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, Count);

    /// <summary>For each place the length of its sequence.</summary>
    public ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, Count);

    /// <summary>Lays out sequences.</summary>
    /// <param name="lengths">Their lengths, each at least 1.</param>
    public void Reset(ReadOnlySpan<int> lengths)
    {
        Count = lengths.Length;
        if (_order.Length < Count)
        {
            _order = new int[Count];
            _lengths = new int[Count];
        }

        var keys = new long[Count];
        for (var i = 0; i < Count; i++)
        {
            keys[i] = ((long)-lengths[i] << 32) | (uint)i;
        }

        Array.Sort(keys);
        for (var i = 0; i < Count; i++)
        {
            _order[i] = (int)(keys[i] & 0xFFFFFFFF);
            _lengths[i] = lengths[_order[i]];
        }

        Steps = Count == 0 ? 0 : _lengths[0];
        if (_start.Length < Steps + 2)
        {
            _start = new int[Steps + 2];
        }

        var (row, active) = (0, Count);
        for (var t = 0; t < Steps; t++)
        {
            while (_lengths[active - 1] <= t)
            {
                active--;
            }

            _start[t] = row;
            row += active;
        }

        _start[Steps] = _start[Steps + 1] = Rows = row;
    }

    /// <summary>First row of a step.</summary>
    public int Start(int step) => _start[step];

    /// <summary>Sequences that run at a step; none after the last.</summary>
    public int Active(int step) => step < 0 || step >= Steps ? 0 : _start[step + 1] - _start[step];

    /// <summary>Row of a step of the sequence at a place.</summary>
    public int Row(int place, int step) => _start[step] + place;
}
