namespace WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

/// <summary>How the semantic part learns; the values were chosen by cross-validation.</summary>
internal sealed record SemanticTuning
{
    /// <summary>Numbers in the hidden layer; 0 for none.</summary>
    public int Hidden { get; init; } = 192;

    public int Epochs { get; init; } = 10;

    public int Batch { get; init; } = 64;

    public float Rate { get; init; } = 1.5e-3f;

    public float Decay { get; init; } = 1e-2f;

    /// <summary>How much of the hidden layer is left out at each step.</summary>
    public float Dropout { get; init; } = 0.4f;

    /// <summary>What is shared out among all classes of an example's certainty.</summary>
    public float Smoothing { get; init; } = 0.05f;

    /// <summary>What the unit vectors are multiplied by, so that their small numbers weigh.</summary>
    public float Scale { get; init; } = 20;

    public int Seed { get; init; } = 1;
}
