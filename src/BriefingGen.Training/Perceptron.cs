using System.Numerics;
using BriefingGen.Language.Models;

namespace BriefingGen.Training;

/// <summary>
/// An averaged perceptron over hashed features (Freund and Schapire, 1999; averaging as in Daumé's lazy form). A feature
/// gets a row, and a class in it an entry, when it is first updated.
/// </summary>
internal sealed class Perceptron : IScorer
{
    // Open addressing: feature in the high half, number of its row, from 1, in the low half.
    private ulong[] _table = new ulong[1 << 16];
    private (int Start, int Count)[] _rows = new (int, int)[1 << 15];
    private int _rowCount = 1;

    // Entries of a row stand together: weight and class in one number, the rest apart, since scoring reads only these.
    private int[] _entries = new int[1 << 16];
    private History[] _history = new History[1 << 16];
    private int _used;
    private int _time = 1;

    public Perceptron(int classes) => Classes = classes;

    public int Classes { get; }

    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores.Clear();
        var entries = _entries;
        foreach (var feature in features)
        {
            var (start, count) = _rows[Find(feature)];
            foreach (var entry in entries.AsSpan(start, count))
            {
                scores[entry & 255] += entry >> 8;
            }
        }
    }

    /// <summary>Counts one decision, right or wrong; call it once for each.</summary>
    public void Tick() => _time++;

    /// <summary>Moves the weights of the active features towards one class and away from another.</summary>
    public void Update(ReadOnlySpan<uint> features, int towards, int away)
    {
        foreach (var feature in features)
        {
            var row = FindOrAdd(feature);
            Add(row, towards, 1);
            Add(row, away, -1);
        }
    }

    /// <summary>Averages, drops what was hardly ever updated, and compands the rest to one byte.</summary>
    /// <param name="minUpdates">Entries updated less often are dropped.</param>
    public byte[] Freeze(int minUpdates)
    {
        var averaged = new List<(uint Feature, byte Class, double Weight)>();
        foreach (var slot in _table)
        {
            var (start, count) = _rows[(uint)slot];
            for (var at = start; at < start + count; at++)
            {
                ref readonly var history = ref _history[at];
                var total = history.Total + ((double)(_entries[at] >> 8) * (_time - history.Stamp));
                if (history.Updates >= minUpdates && Math.Abs(total) > 0)
                {
                    averaged.Add(((uint)(slot >> 32), (byte)_entries[at], total / _time));
                }
            }
        }

        var largest = averaged.Count == 0 ? 1 : averaged.Max(static w => Math.Abs(w.Weight));
        var weights = averaged
            .Select(w => (w.Feature, w.Class, Companded(w.Weight, largest)))
            .Where(static w => w.Item3 != 0)
            .OrderBy(static w => w.Feature)
            .ThenBy(static w => w.Class)
            .ToList();
        return LinearModel.Write(Classes, weights);
    }

    private static sbyte Companded(double weight, double largest) =>
        (sbyte)(Math.Sign(weight) * (int)Math.Round(127 * Math.Sqrt(Math.Abs(weight) / largest)));

    private static int Slot(uint feature, int length) =>
        (int)((feature * 0x9E3779B1u) >> (32 - BitOperations.Log2((uint)length)));

    // Row 0 is empty: a feature that was never updated.
    private uint Find(uint feature)
    {
        var table = _table;
        var slot = Slot(feature, table.Length);
        ulong at;
        while ((at = table[slot]) != 0 && (uint)(at >> 32) != feature)
        {
            slot = (slot + 1) & (table.Length - 1);
        }

        return (uint)at;
    }

    private int FindOrAdd(uint feature)
    {
        var row = (int)Find(feature);
        if (row != 0)
        {
            return row;
        }

        if (_rowCount * 3 > _table.Length * 2)
        {
            var old = _table;
            _table = new ulong[old.Length * 2];
            foreach (var slot in old.Where(static s => s != 0))
            {
                Place(slot);
            }
        }

        if (_rowCount == _rows.Length)
        {
            Array.Resize(ref _rows, _rows.Length * 2);
        }

        Place(((ulong)feature << 32) | (uint)_rowCount);
        return _rowCount++;
    }

    private void Place(ulong value)
    {
        var slot = Slot((uint)(value >> 32), _table.Length);
        while (_table[slot] != 0)
        {
            slot = (slot + 1) & (_table.Length - 1);
        }

        _table[slot] = value;
    }

    private void Add(int row, int klass, int by)
    {
        var (start, count) = _rows[row];
        var at = start;
        while (at < start + count && (_entries[at] & 255) != klass)
        {
            at++;
        }

        if (at == start + count)
        {
            at = Append(row, klass);
        }

        ref var history = ref _history[at];
        history.Total += (double)(_entries[at] >> 8) * (_time - history.Stamp);
        history.Stamp = _time;
        history.Updates++;
        _entries[at] += by * 256;
    }

    // A row has room for a power of two of entries, at least two; a full one moves to the end.
    private int Append(int row, int klass)
    {
        var (start, count) = _rows[row];
        if (count == 0 || (count >= 2 && BitOperations.IsPow2(count)))
        {
            var room = Math.Max(2, count * 2);
            if (_used + room > _entries.Length)
            {
                Array.Resize(ref _entries, _entries.Length * 2);
                Array.Resize(ref _history, _history.Length * 2);
            }

            Array.Copy(_entries, start, _entries, _used, count);
            Array.Copy(_history, start, _history, _used, count);
            start = _used;
            _used += room;
        }

        _rows[row] = (start, count + 1);
        _entries[start + count] = klass;
        _history[start + count] = new History { Stamp = _time };
        return start + count;
    }

    private struct History
    {
        public double Total;
        public int Stamp;
        public int Updates;
    }
}
