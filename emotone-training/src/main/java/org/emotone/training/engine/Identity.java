package org.emotone.training.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.emotone.network.Network;

/**
 * What must be the same for a training to go on with the same result; hashes are SHA-256.
 *
 * @param seed of the run
 * @param network hash of the network
 * @param options hash of the options, except the number of threads, and of the augmentation
 * @param train hash of names, labels and values of the training examples
 * @param validation the same of the validation examples
 */
record Identity(long seed, String network, String options, String train, String validation) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Identity of(
      long seed,
      Network network,
      TrainerOptions options,
      AugmentedExamples train,
      Examples validation) {
    ObjectNode relevant = JSON.valueToTree(options);
    relevant.remove("threads");
    return new Identity(
        seed,
        hash(text(network)),
        hash(relevant.toString() + train.description()),
        hash(train.examples()),
        hash(validation));
  }

  /** In words, what differs. */
  List<String> differences(Identity other) {
    List<String> differences = new ArrayList<>();
    if (seed != other.seed) {
      differences.add("seed (" + other.seed + ", now " + seed + ")");
    }
    if (!network.equals(other.network)) {
      differences.add("network");
    }
    if (!options.equals(other.options)) {
      differences.add("training options or augmentation");
    }
    if (!train.equals(other.train)) {
      differences.add("training examples");
    }
    if (!validation.equals(other.validation)) {
      differences.add("validation examples");
    }
    return differences;
  }

  private static String text(Network network) {
    try {
      return JSON.writeValueAsString(network.root())
          + network.coefficients()
          + " "
          + network.classes();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A network cannot be written as JSON", e);
    }
  }

  private static String hash(Examples examples) {
    MessageDigest digest = sha256();
    for (int i = 0; i < examples.size(); i++) {
      digest.update(examples.ids().get(i).getBytes(StandardCharsets.UTF_8));
      float[] values = examples.features().get(i).values();
      ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * values.length);
      bytes.putInt(examples.labels()[i]);
      bytes.putInt(examples.groups().length == 0 ? 0 : examples.groups()[i]);
      bytes.asFloatBuffer().put(values);
      digest.update(bytes.array());
      if (!examples.targets().isEmpty()) {
        float[] shares = examples.targets().get(i);
        ByteBuffer soft = ByteBuffer.allocate(Float.BYTES * shares.length);
        soft.asFloatBuffer().put(shares);
        digest.update(soft.array());
      }
      for (SideLabels side : examples.sides()) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(side.labels()[i]).array());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java without SHA-256", e);
    }
  }
}
