namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Builds the network out of the weights, which keep the names that training gave them.</summary>
internal sealed class NetworkReader(Weights weights, IArithmetic arithmetic)
{
    private const string Folded = "module_apply_default/Encoder_en/KonaTransformer/Encode/";
    private const string Raw = "module/Encoder_en/";
    private const string Joined = "/ConcatPartitions/concat";

    /// <summary>The rows of the pieces and the waves of the places.</summary>
    public Embedding Embedding() => new(
        weights.Take("module/Embeddings_en", Network.Pieces * Network.EmbeddingWidth),
        weights.Take($"{Folded}TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1", Network.EmbeddingWidth / 2));

    /// <summary>What brings the embedded pieces to the width of the layers.</summary>
    public IMatrix Widening() => Matrix(
        $"{Folded}Layer_0/TransformerLayer/dense/kernel{Joined}", $"{Folded}Layer_0/TransformerLayer/dense/bias{Joined}",
        Network.EmbeddingWidth, Network.Width);

    /// <summary>The dense layer at the end.</summary>
    public IMatrix Last() => Matrix(
        $"{Raw}hidden_layers/tanh_layer_0/weights", $"{Raw}hidden_layers/tanh_layer_0/bias", Network.Width, Network.Width);

    /// <summary>One layer of the transformer.</summary>
    public TransformerLayer Layer(int number, int seenWidth)
    {
        var layer = $"Layer_{number}/TransformerLayer";
        return new TransformerLayer(
            Norm($"{Folded}{layer}", seenWidth),
            new Attention(
                Attending(layer, "qkv_transform_single", seenWidth, 3 * seenWidth),
                Attending(layer, "output_transform_single", seenWidth, Network.Width), seenWidth, arithmetic),
            Norm($"{Folded}{layer}/FFN", Network.Width),
            new FeedForward(
                Forwarding(layer, "conv1", Network.Width, Network.InnerWidth), Forwarding(layer, "conv2", Network.InnerWidth, Network.Width), arithmetic),
            arithmetic);
    }

    private LayerNorm Norm(string owner, int width) => new(
        weights.Take($"{owner}/layer_prepostprocess/layer_norm/layer_norm_scale{Joined}", width),
        weights.Take($"{owner}/layer_prepostprocess/layer_norm/layer_norm_bias{Joined}", width), arithmetic);

    private IMatrix Attending(string layer, string name, int inputs, int outputs) => Matrix(
        $"{Raw}KonaTransformer/Encode/{layer}/MultiheadAttention/{name}/kernel/part_0",
        $"{Folded}{layer}/MultiheadAttention/{name}/bias{Joined}", inputs, outputs);

    private IMatrix Forwarding(string layer, string name, int inputs, int outputs) => Matrix(
        $"{Folded}TransformerStack/{layer}/FFN/{name}/Tensordot/Reshape_1", $"{Folded}{layer}/FFN/{name}/bias{Joined}", inputs, outputs);

    private IMatrix Matrix(string kernel, string bias, int inputs, int outputs) =>
        arithmetic.Prepare(weights.Take(kernel, inputs * outputs), weights.Take(bias, outputs));
}
