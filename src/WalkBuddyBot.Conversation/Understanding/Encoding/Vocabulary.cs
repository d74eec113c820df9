using System.Text.Json;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>The pieces of words that the encoder knows, as a tree of their characters.</summary>
/// <remarks>
/// Nine pieces with a colon carry a broken score (null, 0, and 30 for ":30"). The package's own tokenizer counts null as 0 and so do we:
/// the weights were never better served, and times are taken out of a text before it is encoded.
/// </remarks>
internal sealed class Vocabulary
{
    /// <summary>The id of whatever is in no piece.</summary>
    public const int Unknown = 0;

    // The first six entries are marks of the training, not pieces of text.
    private const int Reserved = 6;

    private readonly Dictionary<int, int> _steps = [];
    private readonly List<int> _ends = [Unknown];
    private readonly double[] _scores;
    private readonly byte[] _lengths;

    private Vocabulary(JsonElement entries)
    {
        var count = entries.GetArrayLength();
        _scores = new double[count];
        _lengths = new byte[count];
        var id = 0;
        foreach (var entry in entries.EnumerateArray())
        {
            var piece = entry[0].GetString()!;
            _scores[id] = entry[1].ValueKind == JsonValueKind.Number ? entry[1].GetDouble() : 0;
            _lengths[id] = id < Reserved ? (byte)1 : checked((byte)piece.Length);
            if (id >= Reserved)
            {
                Grow(piece, id);
            }

            id++;
        }
    }

    /// <summary>Reads the list of pieces and scores.</summary>
    public static Vocabulary Load(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(EncoderFile.Read(path));
            return json.RootElement.GetArrayLength() is > Reserved and <= Network.Pieces
                ? new Vocabulary(json.RootElement)
                : throw new EncoderException(path, "is the vocabulary of something else");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or IndexOutOfRangeException or OverflowException)
        {
            throw new EncoderException(path, "is not a vocabulary", wrong);
        }
    }

    /// <summary>The node one character further, or -1; the tree begins at node 0.</summary>
    public int Step(int node, char character) => _steps.GetValueOrDefault((node << 16) | character, -1);

    /// <summary>The piece that ends at this node, or <see cref="Unknown"/>.</summary>
    public int PieceAt(int node) => _ends[node];

    /// <summary>How likely the piece is, as a logarithm.</summary>
    public double Score(int piece) => _scores[piece];

    /// <summary>How many characters it has.</summary>
    public int Length(int piece) => _lengths[piece];

    private void Grow(string piece, int id)
    {
        var node = 0;
        foreach (var character in piece)
        {
            var step = (node << 16) | character;
            if (!_steps.TryGetValue(step, out var next))
            {
                next = _ends.Count;
                _ends.Add(Unknown);
                _steps.Add(step, next);
            }

            node = next;
        }

        _ends[node] = id;
    }
}
