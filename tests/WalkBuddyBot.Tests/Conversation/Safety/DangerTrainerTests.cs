using WalkBuddyBot.Conversation.Safety.Learning;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>Learning dangers from a few examples, with an encoder that counts letters.</summary>
public sealed class DangerTrainerTests
{
    private static readonly SafetyExample[] Examples =
    [
        .. Bank.Dangers.Where(one => one.Expected == "E").Take(120)
            .Select(one => new SafetyExample(one.Text, new Danger("any", SafetyLevel.Emergency), LookAlike: false)),
        .. Bank.Innocent.Take(120).Select(one => new SafetyExample(one.Text, Danger: null, LookAlike: true)),
        .. Bank.Innocent.TakeLast(120).Select(one => new SafetyExample(one.Text, Danger: null, LookAlike: false)),
    ];

    private static readonly DangerTuning Quick = new() { Threads = 2 };

    [Fact]
    public void The_same_examples_give_the_same_file_on_any_number_of_threads()
    {
        var one = Written(Quick with { Threads = 1 });
        var two = Written(Quick);

        Assert.Equal(one, two);
    }

    [Fact]
    public void What_was_written_is_read_and_senses_the_same()
    {
        var (model, _) = DangerTrainer.Train(Examples, Bank.Rules.Book, new Letters(), Quick);
        var path = Path.GetTempFileName();
        DangerFile.Write(path, model);

        var read = new DangerSense(DangerFile.Read(path), Bank.Rules.Book, new Letters());

        var written = new DangerSense(model, Bank.Rules.Book, new Letters());
        Assert.All(Examples.Take(20), example => Assert.Equal(written.Sense(example.Text) is null, read.Sense(example.Text) is null));
        Assert.Contains(Examples.Take(60), example => read.Sense(example.Text) is { Danger.Level: SafetyLevel.Emergency });
        File.Delete(path);
    }

    private static byte[] Written(DangerTuning tuning)
    {
        var path = Path.GetTempFileName();
        DangerFile.Write(path, DangerTrainer.Train(Examples, Bank.Rules.Book, new Letters(), tuning).Model);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private sealed class Letters : ISentenceEncoder
    {
        public int Dimension => 32;

        public float[] Encode(string text)
        {
            var vector = new float[Dimension];
            foreach (var letter in text)
            {
                vector[letter % Dimension] += 1f / text.Length;
            }

            return vector;
        }
    }
}
