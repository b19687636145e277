using BriefingGen.Language.Neural;
using CsCheck;

namespace BriefingGen.Tests.Language.Neural;

public sealed class SequenceBatchTests
{
    [Fact]
    public void Every_step_of_every_sequence_has_a_row_of_its_own() =>
        Gen.Int[1, 30]
            .Array[1, 40]
            .Sample(lengths =>
            {
                var batch = new SequenceBatch();
                batch.Reset([3, 9]);
                batch.Reset(lengths);
                var rows = new HashSet<int>();
                for (var place = 0; place < batch.Count; place++)
                {
                    Assert.Equal(lengths[batch.Order[place]], batch.Lengths[place]);
                    for (var t = 0; t < batch.Lengths[place]; t++)
                    {
                        Assert.True(place < batch.Active(t));
                        Assert.True(rows.Add(batch.Row(place, t)));
                    }
                }

                Assert.Equal(lengths.Sum(), batch.Rows);
                Assert.Equal(batch.Rows, rows.Count);
                Assert.Equal(batch.Rows - 1, rows.Max());
            });
}
